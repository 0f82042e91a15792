using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>A story that an earlier issue has told: readers are led there. Pure.</summary>
internal static class ToldBeforeCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.ToldBefore, "Histoire déjà racontée", "Story told before"),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        foreach (var section in material.Sections)
        {
            var articles = section.Articles.Where(material.Articles.ContainsKey).Select(id => material.Articles[id]).ToList();
            var stories = articles.Select(article => article.StoryId).OfType<int>().ToHashSet();
            var ids = articles.Select(article => article.Id).ToHashSet();
            var referred = section.Body.SelectMany(block => block.AllSpans).Select(span => span.Of(MarkKind.CrossReference)?.IssueId).OfType<Guid>().ToHashSet();
            var told = material.Told.Where(one => ids.Contains(one.ArticleId) || (one.StoryId > 0 && stories.Contains(one.StoryId))).OrderByDescending(one => one.Number).FirstOrDefault();
            if (told is null || referred.Contains(told.Issue)) continue;
            var unit = TextUnit.Of(section).LastOrDefault(unit => unit is { Field: "block", Content.Kind: BlockKind.Paragraph, Text.Length: > 0 });
            yield return Said(material, unit ?? TextUnit.Of(section).First(), told);
        }
    }

    private static Finding Said(ReviewMaterial material, TextUnit unit, ToldBefore told)
    {
        var culture = CultureInfo.GetCultureInfo(material.IsFrench ? "fr-FR" : "en-GB");
        var (name, sentence) = material.IsFrench
            ? ($"numéro\u00A0{told.Number}", $" Nous en parlions dans notre numéro\u00A0{told.Number}.") : ($"issue\u00A0{told.Number}", $" We told of it in our issue\u00A0{told.Number}.");
        return new(
            FindingKind.ToldBefore, Severity.Warn, unit.Whole, $"Le numéro\u00A0{told.Number} du {told.Date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))} l’a déjà raconté («\u00A0{told.Heading}\u00A0»).",
            $"Issue {told.Number} of {told.Date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} has told it already (“{told.Heading}”).")
        {
            Theirs = told.Date.ToString("d", culture),
            Repair = unit.Field == "block" ? new(unit.Text.Length, 0, sentence, new(MarkKind.CrossReference, IssueId: told.Issue) { SectionId = told.Section }, name) : null,
        };
    }
}
