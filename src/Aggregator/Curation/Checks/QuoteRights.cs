using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Quotes against what the source allows. Pure.</summary>
internal static class QuoteRights
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.QuoteTooLong, "Citation plus longue que les droits", "Quote longer than the rights"),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        var quoted = material.Sections.SelectMany(TextUnit.Of).SelectMany(unit => Passage.Of(unit.Content, MarkKind.Quote).Select(quote => (unit, quote)))
            .Where(pair => pair.quote.Mark.ArticleId is { } id && material.Articles.ContainsKey(id)).ToLookup(pair => pair.quote.Mark.ArticleId!.Value);
        foreach (var group in quoted)
        {
            var article = material.Articles[group.Key];
            foreach (var (unit, quote) in group.Where(pair => Words(pair.quote.Text) > article.LongestQuote))
                yield return new(
                    FindingKind.QuoteTooLong, Severity.Warn, unit.Place(quote.Start, quote.Text.Length), $"{article.Outlet} autorise {article.LongestQuote} mots par citation\u00A0; celle-ci en compte {Words(quote.Text)}.",
                    $"{article.Outlet} allows {article.LongestQuote} words a quote; this one has {Words(quote.Text)}.") { ArticleId = article.Id };
            var all = group.Sum(pair => Words(pair.quote.Text));
            if (article.LargestShare is not { } share || all <= share * article.Words) continue;
            var (last, words) = group.Last();
            yield return new(
                FindingKind.QuoteTooLong, Severity.Warn, last.Place(words.Start, words.Text.Length), $"{article.Outlet} autorise à citer {share:P0} d’un article\u00A0; {all} mots sur {article.Words} sont cités.",
                $"{article.Outlet} allows {share:P0} of an article to be quoted; {all} words of {article.Words} are.") { ArticleId = article.Id };
        }
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
