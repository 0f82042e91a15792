using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Web.Demo;

/// <summary>Turns a paragraph of the demo into a block whose words are bound to articles and issues. Pure.</summary>
internal static class DemoBlocks
{
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="articleOf">Stored article of a slug, or null when it was not taken in.</param>
    /// <param name="issueOf">Issue of a number.</param>
    public static Block Of(DemoParagraph paragraph, Func<string, int?> articleOf, Func<int, Guid?> issueOf)
    {
        var marks = Marks(paragraph, articleOf, issueOf).OrderBy(found => found.Start).ToList();
        var spans = new List<Span>();
        var at = 0;
        foreach (var (start, length, mark) in marks)
        {
            if (start < at) continue;
            if (start > at) spans.Add(new(paragraph.Text[at..start]));
            spans.Add(new(paragraph.Text.Substring(start, length), mark));
            at = start + length;
        }

        if (at < paragraph.Text.Length) spans.Add(new(paragraph.Text[at..]));
        return new(BlockKind.Paragraph, spans);
    }

    private static IEnumerable<(int Start, int Length, Mark Mark)> Marks(DemoParagraph paragraph, Func<string, int?> articleOf, Func<int, Guid?> issueOf)
    {
        foreach (var quote in paragraph.Quotes)
            if (articleOf(quote.Slug) is { } article && Find(paragraph.Text, quote.Text, 0) is >= 0 and var start)
                yield return (start, quote.Text.Length, new(MarkKind.Quote, article));
        var from = 0;
        foreach (var slug in paragraph.Credits)
        {
            var name = DemoOutlet.All.First(outlet => outlet.Key == DemoArticle.All.First(found => found.Slug == slug).Outlet).Name;
            if (articleOf(slug) is not { } article || Find(paragraph.Text, name, from) is not (>= 0 and var start)) continue;
            from = start + name.Length;
            yield return (start, name.Length, new(MarkKind.Credit, article));
        }

        if (paragraph.RefersTo is { } number && issueOf(number) is { } issue && Find(paragraph.Text, $"numéro\u00A0{number}", 0) is >= 0 and var place)
            yield return (place, $"numéro {number}".Length, new(MarkKind.CrossReference, IssueId: issue));
    }

    // A no-break space and a plain one are the same here.
    private static int Find(string text, string words, int from) =>
        text.Replace('\u00A0', ' ').IndexOf(words.Replace('\u00A0', ' '), from, StringComparison.Ordinal);
}
