
namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// Cuts what stands beside the headline's own text and belongs to others: articles that open with a link to themselves, and rows of alike
/// boxes of which each has
/// such a heading, or a date as comments have. By structure, so that no language matters.
/// </summary>
internal static class Neighbours
{
    /// <summary>Running text that stands with its headline, in characters: two sentences of news.</summary>
    private const double LeastStory = 150;

    private const int FewestAlike = 3, DeepestLook = 6, MostLooked = 60;

    /// <summary>How much of a box its alike parts make up, of its characters.</summary>
    private const double MostOfIt = 0.7;

    public static void Cut(PageBox page, string? title)
    {
        Prose.Measure(page);
        if (HeadlineOf(page, title) is not { } headline) return;
        var story = headline;
        while (story.Prose < LeastStory && story.Parent is { } parent) story = parent;
        for (var box = story; box.Parent is { } parent; box = parent)
            foreach (var beside in parent.Boxes)
                if (beside != box) CutForeign(beside, 0);
    }

    private static PageBox? HeadlineOf(PageBox page, string? title)
    {
        PageBox? first = null;
        foreach (var box in page.Standing())
        {
            if (box.Tag is not ("h1" or "h2" or "h3") || box.Chars == 0) continue;
            if (title is not null && Phrases.Same(Line.Of(PlainText.Of(box)), title)) return box;
            if (box.Tag == "h1") first ??= box;
        }

        return first;
    }

    private static void CutForeign(PageBox box, int depth)
    {
        if (box.Cut || box.Chars == 0) return;
        if ((box.Tag == "article" && OpensWithLink(box)) || IsRow(box))
        {
            box.Cut = true;
            return;
        }

        if (depth == DeepestLook) return;
        foreach (var inside in box.Boxes) CutForeign(inside, depth + 1);
    }

    /// <summary>Whether a box is made of alike boxes that each open with a linked heading, or show a date.</summary>
    /// <param name="fewest">How many at the least.</param>
    /// <param name="dated">Whether a date is enough.</param>
    public static bool IsRow(PageBox box, int fewest = FewestAlike, bool dated = true)
    {
        var alike = box.Boxes.Where(inside => inside is { IsBlock: true, Cut: false, Chars: > 0 })
            .GroupBy(inside => (inside.Tag, inside.Element.ClassName))
            .MaxBy(same => same.Sum(inside => inside.Chars))?.ToList();
        return alike is not null && alike.Count >= fewest && alike.Sum(inside => inside.Chars) > box.Chars * MostOfIt
            && alike.TrueForAll(inside => OpensWithLink(inside) || (dated && IsDated(inside)));
    }

    private static bool OpensWithLink(PageBox box) =>
        box.Standing().Take(MostLooked).FirstOrDefault(inside => inside.Tag is ['h', >= '1' and <= '6'] && inside.Chars > 0) is { } heading
        && (heading.LinkShare > 0.9 || heading.Parent is { Tag: "a" });

    private static bool IsDated(PageBox box) => box.Standing().Take(MostLooked).Any(inside => inside.Tag == "time");
}
