using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Html;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles;

/// <summary>Takes the article out of a page: its text, and what the page says about it.</summary>
public static class ArticleExtractor
{
    private const int LeastChars = 25;

    /// <summary>Reads a whole page. Never throws for what the page holds.</summary>
    /// <param name="html">The page as text (<see cref="SafeHtml.Decode"/>).</param>
    /// <param name="address">The absolute address it was read from, after redirects.</param>
    public static ArticleReading Read(string html, Uri address) => Read(SafeHtml.Parse(html, address), address);

    /// <summary>Reads a page that is parsed already; the document stays as it is.</summary>
    internal static ArticleReading Read(SafeDocument parsed, Uri address)
    {
        if (!parsed.Readable) return new ArticleReading { Problem = parsed.Problem };
        if (parsed.Document.Body is not { } body) return new ArticleReading { Problem = NoText };
        var facts = PageFacts.Of(parsed.Document, parsed.Address);
        var page = PageLayout.Of(body);
        var about = PageMetadata.Of(facts, page);
        return WithText(about, TextOf(page, about.Title, about.Authors, facts,
            parsed.Address)) with { NextPage = NextPage.Of(facts.PageLinks, parsed.Address, address, number: 2)?.AbsoluteUri };
    }

    /// <summary>Reads a further page of an article and puts its text behind what is there. Blocks that the pages repeat come once.</summary>
    /// <param name="so">The article as read so far.</param>
    /// <param name="html">Its next page.</param>
    /// <param name="first">The address of its first page.</param>
    /// <param name="number">Which page this is: 2 or more.</param>
    public static ArticleReading ReadOn(ArticleReading so, string html, Uri first, int number)
    {
        var parsed = SafeHtml.Parse(html, first);
        if (!parsed.Readable || parsed.Document.Body is not { } body) return so with { NextPage = null };
        var facts = PageFacts.Of(parsed.Document, parsed.Address);
        var known = so.Blocks.Select(block => block.Html).ToHashSet(StringComparer.Ordinal);
        var more = TextOf(PageLayout.Of(body), so.Title, so.Authors, facts, parsed.Address).Where(block => !known.Contains(block.Html))
            .ToList();
        if (more.Count == 0) return so with { NextPage = null };
        return WithText(so, [.. so.Blocks, .. more]) with { NextPage = NextPage.Of(facts.PageLinks, parsed.Address, first, number + 1)?.AbsoluteUri };
    }

    /// <summary>Reads the full content that a feed carries for one entry: no search for the text, all of it is meant. Never throws for what it holds.</summary>
    /// <param name="html">The content of the entry.</param>
    /// <param name="address">The address of the entry, for relative links and images.</param>
    /// <param name="title">The title the feed gives, to leave it out where the content repeats it.</param>
    public static ArticleReading ReadFragment(string html, Uri? address, string? title = null)
    {
        var parsed = SafeHtml.ParseFragment(html, address);
        if (!parsed.Readable) return new ArticleReading { Title = title, Problem = parsed.Problem };
        var page = PageLayout.Of(parsed.Document.Body!);
        return WithText(new ArticleReading { Title = title }, BlockList.Of(page, parsed.Address), captions: true);
    }

    private const string NoText = "This page holds no article text.";

    private static List<Block> TextOf(PageBox page, string? title, IReadOnlyList<string> authors, PageFacts facts, Uri? address)
    {
        if (!facts.IsArticle && IndexPage.Is(page)) return [];
        Pictures.Mark(page);
        Boilerplate.Cut(page);
        Neighbours.Cut(page, title);
        var main = MainText.Find(page);
        Pruning.Cut(main, title);
        var blocks = Ends.Cut(BlockList.Of(main, address), authors);
        return blocks.Sum(block => block.Text.Length) >= LeastChars ? blocks : facts.BodyBlocks();
    }

    // The caption of a page's picture is shown with it and is no line of the text; what a feed carries is its text as a whole.
    private static ArticleReading WithText(ArticleReading about, List<Block> blocks, bool captions = false)
    {
        var lines = blocks.Where(block => block.Text.Length > 0 && (captions || block.Kind != BlockKind.Figure));
        var text = string.Join("\n\n", lines.Select(block => block.Text));
        return about with
        {
            Blocks = blocks,
            Text = text,
            Html = string.Concat(blocks.Select(block => block.Html)),
            Language = LanguageEvidence.Of(text, about.Language) ?? ScriptLanguage.Of(text),
            Excerpt = about.Excerpt ?? Beginning(text),
            Problem = text.Length < LeastChars ? NoText : null,
        };
    }

    private static string? Beginning(string text)
    {
        if (text.Length == 0) return null;
        var first = text.AsSpan()[..Math.Min(text.Length, 300)];
        var cut = text.Length > 300 ? first.LastIndexOf(' ') : first.Length;
        return string.Concat(first[..Math.Max(1, cut)].ToString().Replace('\n', ' ').TrimEnd(), text.Length > 300 ? "…" : "");
    }
}
