namespace Aggregator.Reading.Articles.Layout;

/// <summary>Cuts inside the found text what pages put around and between paragraphs: title, credits, captions, invitations, links on.</summary>
internal static class Pruning
{
    /// <param name="main">The box of the article.</param>
    /// <param name="title">The headline, to know it again at the head of the text.</param>
    public static void Cut(PageBox main, string? title)
    {
        Cut(main, box => IsForeign(box, main, title));
        // A heading such as "Read also" ends the text; a line of these words alone is only an invitation.
        Tail.Cut(main);
        Cut(main, box => box.IsBlock && !box.HoldsBlock && PageWords.IsInvitation(PlainText.Of(box)));
        Tail.CutHeadingsOfNothing(main);
    }

    private static void Cut(PageBox main, Func<PageBox, bool> isForeign)
    {
        foreach (var box in main.Standing().ToList())
            if (box != main && !box.Cut && !IsOfPicture(box) && isForeign(box)) box.Cut = true;
    }

    // What stands in a captioned picture is its caption.
    private static bool IsOfPicture(PageBox box)
    {
        for (PageBox? outer = box; outer is not null; outer = outer.Parent)
            if (outer.Picture == PictureRole.Picture) return true;
        return false;
    }

    private static bool IsForeign(PageBox box, PageBox main, string? title)
    {
        if (box.Tag == "figcaption" || (box.Tag == "h1" && box.Chars < 400)) return true;
        if (box.Has(Signals.Caption) && box.Chars < 500) return true;
        if (box.Tag is "ul" or "ol" or "table" or "dl" && box.LinkShare > 0.75 && box.Chars < main.Chars * 0.5) return true;
        if (!box.IsBlock || box.HoldsBlock) return IsLinkHeap(box, main);
        if (box.Tag is "p" or "div" && box.OwnLinkChars > 15 && box.OwnLinkChars >= box.OwnChars * 0.95) return true;
        return title is not null && box.Tag is "h2" or "h3" && Phrases.Same(PlainText.Of(box), title);
    }

    // Boxes of teasers: many links, hardly a sentence outside them.
    private static bool IsLinkHeap(PageBox box, PageBox main) =>
        box.IsBlock && box.LinkShare > 0.6 && box.Chars < main.Chars * 0.3 && box.Prose < 100 && !Frames(box);

    // A box around an embedded video is as much a link as its title.
    private static bool Frames(PageBox box) =>
        box.Standing().Any(inside => inside.Picture == PictureRole.Picture && inside.Chars > 0 && inside.Chars * 10 >= box.Chars * 9);
}
