namespace Aggregator.Reading.Articles.Layout;

/// <summary>Cuts what no page means as its text, wherever it stands. A wrapper of most of the page is never cut: names lie.</summary>
internal static class Boilerplate
{
    private const Signals Clutter = Signals.Share | Signals.Related | Signals.Comments | Signals.Navigation | Signals.Promotion | Signals.Contents
        | Signals.Legal | Signals.Biography | Signals.Aside;

    private const Signals Particulars = Signals.Byline | Signals.Date | Signals.Labels;

    public static void Cut(PageBox page) => CutInside(page, page.Chars);

    private static void CutInside(PageBox box, int all)
    {
        foreach (var inside in box.Boxes)
        {
            if (IsClutter(inside, all)) inside.Cut = true;
            else CutInside(inside, all);
        }
    }

    private static bool IsClutter(PageBox box, int all)
    {
        if (box.Tag is "nav" or "button" or "menu" or "dialog" or "search" or "label" or "legend") return true;
        if (box.Chars > all * 0.5) return false;
        if (box.IsHidden) return true;
        if (box.Tag is "footer" or "aside") return !box.Has(Signals.Body) || box.Chars < all * 0.3;
        if (box.Tag == "form") return true;
        if (box.Tag is "article" or "main" or "p" or "h1" || (box.Tag == "section" && box.Chars > all * 0.3)) return false;
        if (box.Has(Clutter) && !Protected(box, all)) return true;
        return box.Has(Particulars) && box.Chars < 250 && box.Tag is not ("h2" or "h3" or "li");
    }

    private static bool Protected(PageBox box, int all) =>
        (box.Has(Signals.Body) && box.Chars > all * 0.2) || box.Chars > all * 0.35;
}
