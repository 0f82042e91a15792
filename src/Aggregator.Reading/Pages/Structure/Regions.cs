using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>
/// Parts a page by a set of titles. Where each title has a wrapper of its own, the wrapper is the entry; where titles and texts
/// stand side by side (headings between paragraphs, <c>dt</c> and <c>dd</c>, rows of a table, lines of the nineties), an entry goes from
/// one title to the next.
/// </summary>
internal sealed class Regions(PageBox page, IReadOnlyList<TitleBox> titles)
{
    private readonly Dictionary<PageBox, int> _count = [];

    public static List<Region> Of(PageBox page, IReadOnlyList<TitleBox> titles) => new Regions(page, titles).Read();

    private List<Region> Read()
    {
        foreach (var title in titles)
            for (var box = title.Box; box is not null; box = box.Parent) _count[box] = _count.GetValueOrDefault(box) + 1;
        var tops = Level(titles.Select(Climb).ToList());
        var after = tops.ConvertAll(Following);
        return StandSideBySide(tops, after) ? Flat(tops, after) : tops.ConvertAll(top => Wrapped(top.Title, top.Top));
    }

    private (TitleBox Title, PageBox Top, int Height) Climb(TitleBox title)
    {
        var (box, height) = (title.Box, 0);
        for (; box.Parent is { } parent && parent != page && _count[parent] == 1; box = parent) height++;
        return (title, box, height);
    }

    // A lone entry of a section would take the whole section: it stops at the height where the others stop.
    private static List<(TitleBox Title, PageBox Top)> Level(List<(TitleBox Title, PageBox Top, int Height)> climbed)
    {
        var usual = climbed.GroupBy(climb => climb.Height).MaxBy(same => same.Count())!.Key;
        var model = climbed.First(climb => climb.Height == usual).Top;
        return climbed.ConvertAll(climb => (climb.Title, climb.Height > usual && At(climb.Title.Box, usual) is { } top && top.Tag == model.Tag ? top : climb.Top));
    }

    private static PageBox? At(PageBox box, int height)
    {
        while (height-- > 0 && box.Parent is { } parent) box = parent;
        return box;
    }

    /// <summary>What follows the title's top before the next title, in the same parent.</summary>
    private List<Piece> Following((TitleBox Title, PageBox Top) entry)
    {
        var found = new List<Piece>();
        if (entry.Top.Parent is not { } parent) return found;
        for (var at = parent.Content.FindIndex(piece => piece.Box == entry.Top) + 1; at < parent.Content.Count; at++)
        {
            var piece = parent.Content[at];
            if (piece.Box is { } box && (_count.ContainsKey(box) || Chrome.IsChrome(box, page) || Marks.IsPager(box))) break;
            found.Add(piece);
        }

        return found;
    }

    private static bool StandSideBySide(List<(TitleBox Title, PageBox Top)> tops, List<List<Piece>> after)
    {
        int inside = 0, beside = 0;
        for (var i = 0; i < tops.Count - 1; i++)
        {
            inside += tops[i].Top.Chars - tops[i].Title.Box.Chars;
            beside += Chars(after[i]);
        }

        return beside > inside;
    }

    private List<Region> Flat(List<(TitleBox Title, PageBox Top)> tops, List<List<Piece>> after)
    {
        var leads = tops.ConvertAll(top => Lead(top.Top));
        var pattern = leads.Count(lead => lead.Count > 0) * 3 >= leads.Count * 2 && leads[0].Count > 0;
        // Where rules part the entries, the last one ends at its rule.
        if (after.SkipLast(1).All(EndsInRule) && after[^1].FindIndex(piece => piece.Box?.Tag == "hr") is >= 0 and var rule) after[^1] = after[^1][..rule];
        var regions = new List<Region>(tops.Count);
        for (var i = 0; i < tops.Count; i++)
        {
            var pieces = new List<Piece>();
            if (pattern) pieces.AddRange(leads[i]);
            pieces.Add(new Piece(null, tops[i].Top));
            var own = after[i];
            // What opens the next entry does not close this one.
            if (pattern && i + 1 < tops.Count && leads[i + 1] is [var first, ..] && own.IndexOf(first) is >= 0 and var cut) own = own[..cut];
            pieces.AddRange(own);
            regions.Add(new Region(tops[i].Title, tops[i].Top, Around(pieces)));
        }

        return regions;
    }

    private static bool EndsInRule(List<Piece> pieces) => pieces.FindLast(piece => piece.Box is not null || !string.IsNullOrWhiteSpace(piece.Text?.Data)).Box?.Tag == "hr";

    /// <summary>Short lines directly before a title that speak about it: a date, categories, a picture.</summary>
    private List<Piece> Lead(PageBox top)
    {
        var lead = new List<Piece>();
        if (top.Parent is not { } parent) return lead;
        for (var at = parent.Content.FindIndex(piece => piece.Box == top) - 1; at >= 0; at--)
        {
            var piece = parent.Content[at];
            if (piece.Box is null ? !string.IsNullOrWhiteSpace(piece.Text!.Data) : _count.ContainsKey(piece.Box) || !SpeaksAbout(piece.Box)) break;
            lead.Insert(0, piece);
        }

        return lead.Exists(piece => piece.Box is not null) ? lead : [];
    }

    private static bool SpeaksAbout(PageBox box)
    {
        if (box.Tag is "hr" or "br" || box.Chars > 120 || box.Tag is "h1" || Marks.IsMoreBlock(box)) return false;
        if (box.Chars == 0) return box.Element.QuerySelector("img") is not null;
        return box.Has(Signals.Date | Signals.Byline | Signals.Labels) || (box.Chars < 60 && PageDate.Find(Line.Of(PlainText.Of(box))) is not null)
            || (box.LinkShare > 0.6 && Marks.TagLinks(box).Any());
    }

    private static Region Wrapped(TitleBox title, PageBox top) => new(title, top, Around([new Piece(null, top)]));

    private static PageBox Around(List<Piece> pieces)
    {
        var first = pieces.First(piece => piece.Box is not null).Box!;
        var around = new PageBox(first.Element, "div", parent: null) { IsBlock = true, HoldsBlock = true };
        around.Content.AddRange(pieces);
        around.Chars = Chars(pieces);
        around.LinkChars = pieces.Sum(piece => piece.Box?.LinkChars ?? 0);
        return around;
    }

    private static int Chars(List<Piece> pieces) => pieces.Sum(piece => piece.Box?.Chars ?? piece.Text!.Data.Count(c => !char.IsWhiteSpace(c)));
}
