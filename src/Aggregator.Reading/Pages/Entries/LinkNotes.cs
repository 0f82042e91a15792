using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>What a link log says under a link: the excerpt it quotes, and the curator's own words.</summary>
/// <param name="Quotes">Blocks of the quoted excerpt.</param>
/// <param name="Comment">Paragraphs of the comment.</param>
/// <param name="Html">Sanitised HTML of the comment's blocks.</param>
internal sealed record LinkNotes(List<Block> Quotes, List<string> Comment, string Html)
{
    private static readonly string[] Heads = ["source", "lien", "link", "url", "via", "from", "site", "sur", "on"];

    private static readonly string[] QuoteNames = ["quote", "quoted", "blockquote", "citation", "excerpt", "extrait", "extract", "cite", "pullquote"];

    /// <summary>Parts a region whose title and particulars are cut already; marks the quotes as cut in turn.</summary>
    public static LinkNotes Of(Region region, string? url, Uri? address)
    {
        var quotes = new List<Block>();
        foreach (var box in region.Content.Boxes.SelectMany(box => box.Standing()).ToList())
        {
            if (box.Cut || IsInCut(box) || !IsQuote(box)) continue;
            quotes.AddRange(Inside(box, address));
            box.Cut = true;
        }

        var comment = new List<string>();
        var html = new System.Text.StringBuilder();
        foreach (var block in BlockList.Of(region.Content, address))
        {
            if (block.Text.Length == 0 || IsOnlyAddress(block.Text, url)) continue;
            var said = comment.Count;
            foreach (var line in block.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (IsMarkedQuote(line)) quotes.Add(block with { Text = line.TrimStart('>', ' '), Html = block.Html });
                else if (!IsOnlyAddress(line, url) && Tidy(line) is { Length: > 1 } own) comment.Add(own);
            }

            if (comment.Count > said) html.Append(block.Html);
        }

        return new LinkNotes(quotes, comment, html.ToString());
    }

    private static bool IsInCut(PageBox box)
    {
        for (var outer = box.Parent; outer is not null; outer = outer.Parent)
            if (outer.Cut) return true;
        return false;
    }

    private static bool IsQuote(PageBox box)
    {
        if (box.Chars < 2) return false;
        if (box.Tag == "blockquote" || (box.Tag is "q" or "em" or "i" or "cite" && IsWholeBlock(box))) return true;
        return box.Element.ClassList.Any(name => { foreach (var word in new NameWords(name)) if (QuoteNames.Contains(word.ToString().ToLowerInvariant(), StringComparer.Ordinal)) return true; return false; });
    }

    // A paragraph that is set in italics as a whole is somebody else's.
    private static bool IsWholeBlock(PageBox box) => box.Parent is { } parent && box.Chars >= 60 && box.Chars >= parent.Chars - 4;

    private static IEnumerable<Block> Inside(PageBox box, Uri? address)
    {
        var lone = new PageBox(box.Element, "div", parent: null) { IsBlock = true, HoldsBlock = box.HoldsBlock };
        lone.Content.AddRange(box.Content);
        return BlockList.Of(lone, address).Where(block => block.Text.Length > 0);
    }

    // "« … »", "“ … ”" or "> …" over a whole paragraph.
    private static bool IsMarkedQuote(string line)
    {
        if (line.Length < 30) return false;
        if (line[0] == '>') return true;
        var (open, close) = (line[0], line.TrimEnd(' ', '.', '…', '\u00A0')[^1]);
        return (open, close) is ('«', '»') or ('“', '”') or ('"', '"') or ('„', '“') && line.AsSpan(1, line.Length - 4).IndexOf(close) < 0;
    }

    private static bool IsOnlyAddress(string text, string? url)
    {
        var said = text.Trim().TrimEnd('/', '…', '.');
        foreach (var head in Heads)
            if (said.StartsWith(head, StringComparison.OrdinalIgnoreCase) && said.AsSpan(head.Length).TrimStart() is [':', .. var rest]) said = rest.ToString().Trim();
        if (said.Contains(' ', StringComparison.Ordinal) || said.Length < 4) return false;
        return said.StartsWith("http", StringComparison.OrdinalIgnoreCase) || said.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (url is not null && said.Contains('.', StringComparison.Ordinal) && url.Contains(said.Split('/')[0], StringComparison.OrdinalIgnoreCase));
    }

    private static string Tidy(string line) => Line.Of(line).TrimStart('–', '—', '-', ':', '|', '·', ' ', '\u00A0', ',').TrimEnd('|', '·', ' ', '–', '—');
}
