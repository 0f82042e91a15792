using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Addresses that lead nowhere, elsewhere, or twice to the same place. Pure: the addresses were visited before.</summary>
internal static class LinkChecks
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.LinkDead, "Lien mort", "Dead link"),
            new(FindingKind.LinkRedirected, "Lien redirigé", "Redirected link", Severity.Note),
            new(FindingKind.LinkRepeated, "Lien répété", "Repeated link"),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in material.Sections.SelectMany(TextUnit.Of))
        {
            var at = 0;
            foreach (var span in unit.Content.AllSpans)
            {
                var place = unit.Place(Math.Min(at, unit.Text.Length), Math.Min(span.Text.Length, unit.Text.Length - Math.Min(at, unit.Text.Length)));
                at += span.Text.Length;
                if (AddressOf(span, material) is not { } address) continue;
                if (material.Links.TryGetValue(address, out var visit) && Answer(visit, place) is { } finding) yield return finding;
                if (span.Of(MarkKind.Link) is not null && !seen.Add(address))
                    yield return new(FindingKind.LinkRepeated, Severity.Warn, place, $"Ce lien est déjà plus haut dans le numéro\u00A0: {address}", $"This link stands above in the issue already: {address}") { Theirs = address };
            }
        }
    }

    /// <summary>Every address of an issue that a reader can follow.</summary>
    public static IEnumerable<string> AddressesOf(ReviewMaterial material) =>
        material.Sections.SelectMany(section => section.Body).SelectMany(block => block.AllSpans).Select(span => AddressOf(span, material)).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? AddressOf(Span span, ReviewMaterial material) =>
        span.Of(MarkKind.Link)?.Href ?? (span.Of(MarkKind.Credit)?.ArticleId is { } id && material.Articles.TryGetValue(id, out var article) && article.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? article.Url : null);

    private static Finding? Answer(LinkVisit visit, FindingPlace place) => visit switch
    {
        { Status: null } => new(FindingKind.LinkDead, Severity.Warn, place, $"{visit.Url} ne répond pas.", $"{visit.Url} does not answer.") { Theirs = visit.Url },
        // Behind a paywall or a robot's gate there is a page.
        { Status: >= 400 and not (401 or 402 or 403 or 429 or 451) } => new(FindingKind.LinkDead, Severity.Warn, place, $"{visit.Url} répond {visit.Status}.", $"{visit.Url} answers {visit.Status}.") { Theirs = visit.Url },
        { FinalUrl: { } elsewhere } => new(FindingKind.LinkRedirected, Severity.Note, place, $"{visit.Url} mène maintenant à {elsewhere}.", $"{visit.Url} now leads to {elsewhere}.") { Theirs = elsewhere },
        _ => null,
    };
}
