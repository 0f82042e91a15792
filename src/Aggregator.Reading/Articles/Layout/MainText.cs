namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// Finds the box that holds the article: the box that names itself its body, else the largest <c>article</c> or <c>main</c>, and from
/// there down as long as one child holds nearly all running text.
/// </summary>
internal static class MainText
{
    public static PageBox Find(PageBox page)
    {
        var total = Prose.Measure(page);
        if (total <= 0) return page;
        var boxes = page.Standing().Where(box => box.Prose > 0).ToList();
        var region = Largest(boxes, box => box.Tag == "article", total * 0.35)
            ?? Largest(boxes, box => box.Tag == "main" || box.Element.GetAttribute("role") == "main", total * 0.35) ?? page;
        var named = Largest(boxes, box => box.Has(Signals.Body) && box.Tag is not ("body" or "html"), region.Prose * 0.6);
        return Descend(named ?? region);
    }

    private static PageBox? Largest(List<PageBox> boxes, Func<PageBox, bool> wanted, double least)
    {
        PageBox? best = null;
        foreach (var box in boxes)
            if (box.Prose >= least && wanted(box) && (best is null || box.Prose > best.Prose * 1.01)) best = box;
        return best;
    }

    private static PageBox Descend(PageBox box)
    {
        while (box.Boxes.Where(inside => inside.Prose > 0).MaxBy(inside => inside.Prose) is { IsBlock: true, HoldsBlock: true } inside
            && inside.Prose >= box.Prose * (inside.Has(Signals.Body) ? 0.8 : 0.95) && inside.Tag is not ("ul" or "ol" or "table" or "blockquote"))
            box = inside;
        return box;
    }
}
