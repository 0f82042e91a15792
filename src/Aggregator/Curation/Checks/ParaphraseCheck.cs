using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Eight or more words of a source in a row, outside quotes: too close to be our own. Pure.</summary>
internal static class ParaphraseCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.CloseParaphrase, "Paraphrase trop proche", "Close paraphrase"),
        ]);

    private const int Run = 8;

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        foreach (var section in material.Sections)
        {
            var runs = new Dictionary<string, ReviewArticle>(StringComparer.Ordinal);
            foreach (var article in material.PadOf(section))
                foreach (var run in Runs(WordsOf(article.Text))) runs.TryAdd(run.Form, article);
            if (runs.Count == 0) continue;
            foreach (var unit in TextUnit.Of(section).Where(unit => unit.Field is "block" or "signOff"))
                foreach (var finding in Of(unit, runs)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Of(TextUnit unit, Dictionary<string, ReviewArticle> runs)
    {
        var quotes = Passage.Of(unit.Content, MarkKind.Quote);
        var words = WordsOf(unit.Text);
        (int Start, int End, ReviewArticle Article)? open = null;
        foreach (var run in Runs(words).Where(run => !quotes.Any(quote => quote.Start < run.End && run.Start < quote.End)))
        {
            if (!runs.TryGetValue(run.Form, out var article)) continue;
            if (open is { } begun && run.Start < begun.End && begun.Article == article) open = (begun.Start, run.End, article);
            else
            {
                if (open is { } done) yield return Said(unit, done);
                open = (run.Start, run.End, article);
            }
        }

        if (open is { } last) yield return Said(unit, last);
    }

    private static Finding Said(TextUnit unit, (int Start, int End, ReviewArticle Article) run)
    {
        var count = WordsOf(unit.Text[run.Start..run.End]).Count;
        return new(
            FindingKind.CloseParaphrase, Severity.Warn, unit.Place(run.Start, run.End - run.Start), $"{count} mots de suite sont ceux de {run.Article.Outlet}\u00A0: citez-les, ou dites-le autrement.",
            $"{count} words in a row are those of {run.Article.Outlet}: quote them, or say it in other words.") { ArticleId = run.Article.Id };
    }

    private static IEnumerable<(string Form, int Start, int End)> Runs(IReadOnlyList<QuoteToken> words)
    {
        for (var at = 0; at + Run <= words.Count; at++)
            yield return (string.Join(' ', words.Skip(at).Take(Run).Select(word => word.Form)), words[at].Start, words[at + Run - 1].End);
    }

    private static List<QuoteToken> WordsOf(string text) => [.. QuoteToken.Of(text).Where(token => token.IsWord).Select(token => token with { Form = FoldedText.Of(token.Form) })];
}
