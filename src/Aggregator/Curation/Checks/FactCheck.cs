using Aggregator.Curation.Facts;
using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Checks;

/// <summary>Looks up every name, number and date of a section in what it is written from. A section without sources is not looked at. Pure.</summary>
internal static class FactCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.NameUnknown, "Nom absent des sources", "Name in no source"),
            new(FindingKind.NumberUnknown, "Nombre absent des sources", "Number in no source"),
            new(FindingKind.DateUnknown, "Date absente des sources", "Date in no source"),
            new(FindingKind.WeekdayWrong, "Jour de la semaine faux", "Wrong weekday"),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        var edition = DateOnly.FromDateTime(material.Issue.DatedAt.UtcDateTime);
        foreach (var section in material.Sections)
        {
            var index = new FactIndex(material.PadOf(section).Select(Source));
            if (index.IsEmpty) continue;
            foreach (var name in Known(material, section)) index.Know(name);
            foreach (var day in material.EarlierDates) index.Know(day);
            foreach (var unit in TextUnit.Of(section).Where(unit => unit.Content.Image is null))
            {
                foreach (var finding in NameCheck.Of(unit, index)) yield return finding;
                foreach (var finding in NumberCheck.Of(unit, index.Numbers, edition)) yield return finding;
                foreach (var finding in DateCheck.Of(unit, index, edition)) yield return finding;
            }
        }
    }

    private static FactSource Source(ReviewArticle article) => new(
        [article.Title, article.Text, article.Outlet, string.Join(", ", article.Authors)],
        article.PublishedAt is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null);

    /// <summary>Names that need no source: the publication, its people, the outlets it credits, the house's own words.</summary>
    private static IEnumerable<string> Known(ReviewMaterial material, Section section) =>
    [
        material.Issue.Publication.Title, .. material.Issue.Bylines.Select(byline => byline.Line), .. material.Issue.Publication.House.Glossary.Select(entry => entry.Write),
        .. section.Body.SelectMany(block => block.AllSpans).SelectMany(span => span.Marks).SelectMany(mark => new[] { mark.Source, mark.Author }).OfType<string>(),
    ];
}
