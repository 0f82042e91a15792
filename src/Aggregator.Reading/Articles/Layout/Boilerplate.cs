namespace Aggregator.Reading.Articles.Layout;

/// <summary>Cuts what no page means as its text, wherever it stands. A wrapper of most of the running text is never cut: names lie.</summary>
internal static class Boilerplate
{
    /// <summary>Characters of a box that asks for a mail address: a heading, two sentences, a button.</summary>
    private const int LongestSignUp = 500;

    private const Signals Clutter = Signals.Share | Signals.Related | Signals.Comments | Signals.Promotion | Signals.Legal | Signals.Biography | Signals.Aside | Signals.Consent;

    private const Signals Particulars = Signals.Byline | Signals.Date | Signals.Labels;

    public static void Cut(PageBox page)
    {
        Intrusions.Cut(page);
        CutInside(page, Prose.Measure(page));
    }

    private static void CutInside(PageBox box, double all)
    {
        foreach (var piece in box.Content)
        {
            if (piece.Box is not { } inside) continue;
            if (IsClutter(inside, all)) inside.Cut = true;
            else CutInside(inside, all);
        }
    }

    private static bool IsClutter(PageBox box, double all)
    {
        if (box.Picture == PictureRole.Picture && Pictures.StandsInText(box)) return false;
        if (box.Tag is "button" or "menu" or "dialog" or "search" or "label" or "legend") return box.Prose < all * 0.3;
        if (box.Prose > all * 0.5) return false;
        if (box.IsHidden || box.Tag is "nav" or "form" || AsksForAddress(box, all)) return true;
        if (box.Tag is "footer" or "aside") return !box.Has(Signals.Body) || box.Prose < all * 0.2;
        if (box.Tag is "article" or "main" or "p" or "h1") return false;
        return IsNamedClutter(box, all) || (box.Has(Particulars) && box.Chars < 250 && box.Tag is not ("h2" or "h3" or "li"));
    }

    /// <summary>A small box around a form that asks for a mail address: a newsletter, in any language.</summary>
    private static bool AsksForAddress(PageBox box, double all) =>
        box.IsBlock && box.Chars < LongestSignUp && box.Prose < all * 0.2 && box.Tag is not ("article" or "main" or "p" or "h1")
        && box.Boxes.Any(inside => inside.Tag == "form" && inside.Element.QuerySelector("input[type=email]") is not null);

    private static bool IsNamedClutter(PageBox box, double all)
    {
        // Menus and tables of contents are made of links; a chapter whose name holds "toc" or "nav" is not one.
        if (box.Has(Signals.Navigation | Signals.Contents)) return box.LinkShare > 0.4 || box.Prose < 60;
        if (!box.Has(Clutter)) return false;
        if (box.Has(Signals.Comments)) return true;
        if (box.Has(Signals.Embed) && !box.Has(Clutter & ~Signals.Share)) return false;
        return box.Prose < all * (box.Has(Signals.Body) ? 0.15 : 0.35);
    }
}
