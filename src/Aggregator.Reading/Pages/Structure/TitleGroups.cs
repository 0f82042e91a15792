using System.Text;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>A title that may open an entry.</summary>
/// <param name="Box">The heading, the named element, or the link.</param>
/// <param name="Rank">How plainly it is a title: 3 named, 2 heading, 1 link that opens a block.</param>
/// <param name="Text">What it says.</param>
internal sealed record TitleBox(PageBox Box, int Rank, string Text);

/// <summary>
/// Finds the sets of alike titles of a page: whatever a theme does, the titles of its entries look the same and stand in the same
/// kind of place. A page has a handful of such sets; which one means its entries is decided later.
/// </summary>
internal sealed class TitleGroups(PageBox page)
{
    private const int MostTitles = 3_000, MostGroups = 24, LongestTitle = 300;
    private List<TitleBox> _titles = [];

    /// <summary>The sets of two titles and more, the plainest and largest first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">What relative addresses are resolved against.</param>
    public static List<List<TitleBox>> Of(PageBox page, Uri? address)
    {
        var groups = new TitleGroups(page);
        groups.Walk(page);
        groups._titles = NestedTitles.Without(groups._titles, address);
        return groups.Sets();
    }

    /// <summary>Every heading and named title of the page, in order.</summary>
    /// <inheritdoc cref="Of"/>
    public static List<TitleBox> Plain(PageBox page, Uri? address)
    {
        var groups = new TitleGroups(page);
        groups.Walk(page);
        return NestedTitles.Without(groups._titles, address).FindAll(title => title.Rank > 1);
    }

    private void Walk(PageBox box)
    {
        foreach (var piece in box.Content)
        {
            if (piece.Box is not { Chars: > 0 } inside || _titles.Count >= MostTitles || Chrome.IsChrome(inside, page)) continue;
            if (RankOf(inside) is > 0 and var rank) Add(inside, rank);
            else Walk(inside);
        }
    }

    private void Add(PageBox box, int rank)
    {
        var text = TitleText.Of(box);
        if (text.Length > 0 && text.Length <= LongestTitle) _titles.Add(new TitleBox(box, rank, text));
    }

    private static int RankOf(PageBox box)
    {
        if (box.Chars > LongestTitle || box.Tag is "body" or "main" or "ul" or "ol" or "table" or "tr" or "tbody") return 0;
        if (EntryNames.IsTitle(box) && !(box.HoldsBlock && box.Boxes.Count() > 1)) return 3;
        if (box.Tag is ['h', >= '1' and <= '6']) return 2;
        return box.Tag == "a" && OpensBlock(box) ? 1 : 0;
    }

    // A link that is the first thing said in its block, but for a number, a date or a mark, and is worded like a title.
    private static bool OpensBlock(PageBox link)
    {
        if (link.Chars < 10 || link.HoldsBlock || RunsOn(link) || Marks.IsTagLink(link) || Marks.IsMoreLink(link) || !link.Element.HasAttribute("href")) return false;
        var text = link.Element.TextContent.AsSpan().Trim();
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return false;
        var before = 0;
        for (var box = link; box is { IsBlock: false, Parent: { } parent }; box = parent)
        {
            foreach (var piece in parent.Content)
            {
                if (piece.Box == box) break;
                before += piece.Box?.Chars ?? piece.Text!.Data.Count(c => !char.IsWhiteSpace(c));
                if (before > 25) return AfterBreak(link);
            }
        }

        return true;
    }

    // "Silk Road was a market…": a sentence that begins with a link is no title.
    private static bool RunsOn(PageBox link)
    {
        for (var box = link; box is { IsBlock: false, Parent: { } parent }; box = parent)
        {
            for (var at = parent.Content.FindIndex(piece => piece.Box == box) + 1; at < parent.Content.Count; at++)
            {
                var piece = parent.Content[at];
                if (piece.Box is { } next && (next.IsBlock || next.HoldsBlock || next.Tag == "br")) return false;
                var text = (piece.Text?.Data ?? piece.Box!.Element.TextContent).AsSpan().TrimStart();
                if (text.Length > 0) return char.IsLower(text[0]) || (text[0] is ',' or '.' or ';' or '\'' or '’' && !BeginsSentence(text));
            }
        }

        return false;
    }

    // "…</a>. Les mareyeurs …": the title ends the sentence, and another one begins.
    private static bool BeginsSentence(ReadOnlySpan<char> text) =>
        text is ['.', ' ', .. var rest] && rest.TrimStart() is [var first, ..] && char.IsUpper(first);

    // Pages of the nineties part their entries by line breaks alone.
    private static bool AfterBreak(PageBox link)
    {
        var outer = link;
        while (outer.Parent is { IsBlock: false, Content.Count: 1 } wrapper) outer = wrapper;
        if (outer.Parent is not { } parent) return false;
        var at = parent.Content.FindIndex(piece => piece.Box == outer);
        for (var breaks = 0; --at >= 0;)
        {
            if (parent.Content[at].Box is { Tag: "br" } && ++breaks == 2) return true;
            if (parent.Content[at].Box is { Tag: "hr" }) return true;
            if (parent.Content[at] is { Box: { Tag: not "br" } } || (parent.Content[at].Text is { } text && !string.IsNullOrWhiteSpace(text.Data))) return false;
        }

        return false;
    }

    // Each title counts in a fine set (same place in the markup) and in a coarse one (same kind): cards of two sizes are one list.
    private List<List<TitleBox>> Sets()
    {
        var sets = new Dictionary<string, List<TitleBox>>();
        foreach (var title in _titles)
        {
            foreach (var key in Keys(title))
            {
                if (sets.TryGetValue(key, out var set)) set.Add(title);
                else sets[key] = [title];
            }
        }

        return [.. sets.Values.Where(set => set.Count > 1).OrderByDescending(set => set[0].Rank * Math.Min(set.Count, 12) * Math.Sqrt(set.Sum(title => title.Box.Chars))).Take(MostGroups)];
    }

    private static IEnumerable<string> Keys(TitleBox title)
    {
        var box = title.Box;
        var name = title.Rank + box.Tag;
        yield return $"{name}.{ClassOf(box)}<{box.Parent?.Tag}.{ClassOf(box.Parent)}<{box.Parent?.Parent?.Tag}.{ClassOf(box.Parent?.Parent)}";
        if (title.Rank > 1) yield return $"{name}.{ClassOf(box)}";
        if (title.Rank == 2) yield return name;
        if (title.Rank == 1) yield return $"{name}<{BlockOf(box)}";
    }

    private static string BlockOf(PageBox box)
    {
        var path = new StringBuilder();
        for (var outer = box.Parent; outer is not null; outer = outer.Parent)
        {
            path.Append('<').Append(outer.Tag);
            if (outer.IsBlock) return path.Append('<').Append(outer.Parent?.Tag).ToString();
        }

        return path.ToString();
    }

    // The first class that is not a number or the entry's own ("post-123", "category-news").
    private static string ClassOf(PageBox? box)
    {
        var names = box?.Element.ClassName;
        if (string.IsNullOrEmpty(names) || names.Length > 1_000) return "";
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!name.Any(char.IsAsciiDigit)) return name;
        return "";
    }
}
