using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Articles that may not be told yet. Pure.</summary>
internal static class EmbargoCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.Embargo, "Embargo", "Embargo", Severity.Block),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material) =>
        from section in material.Sections
        from id in section.Articles
        where material.Articles.TryGetValue(id, out var known) && known.EmbargoUntil > material.AppearsAt
        let article = material.Articles[id]
        select new Finding(
            FindingKind.Embargo, Severity.Warn, TextUnit.Of(section).First().Whole, $"«\u00A0{article.Title}\u00A0» est sous embargo jusqu’au {article.EmbargoUntil!.Value.UtcDateTime.ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("fr-FR"))} UTC.",
            $"“{article.Title}” is under embargo until {article.EmbargoUntil!.Value.UtcDateTime.ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB"))} UTC.") { ArticleId = id };
}
