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
        if (Stated(boxes) is { } stated) return stated;
        return Descend(Named(region, boxes) ?? region);
    }

    // One box that says outright that it is the article's body is believed, however short the news.
    private static PageBox? Stated(List<PageBox> boxes)
    {
        var stated = boxes.Where(box => box.Has(Signals.StatedBody) && box.IsBlock && box.Prose >= 150).ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    // Pages built of sections name each of them "rich text": then the article is what holds them all.
    private static PageBox? Named(PageBox region, List<PageBox> boxes)
    {
        var best = Largest(boxes, box => box.Has(Signals.Body) && box.Tag is not ("body" or "html"), region.Prose * 0.5);
        if (best is null || best.Prose >= region.Prose * 0.85) return best;
        var others = boxes.Where(box => box.Has(Signals.Body) && !Holds(best, box) && !Holds(box, best) && box.Prose > best.Prose * 0.05).ToList();
        return others.Count == 0 ? best : null;
    }

    private static bool Holds(PageBox outer, PageBox? inner)
    {
        for (; inner is not null; inner = inner.Parent)
            if (inner == outer) return true;
        return false;
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
