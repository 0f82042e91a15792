using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>Parts of a page that hold no entries: menus, side columns, footers, forms, comments. A wrapper of half of the page is never one: names lie.</summary>
internal static class Chrome
{
    private const Signals Names = Signals.Navigation | Signals.Aside | Signals.Promotion | Signals.Legal | Signals.Biography | Signals.Share;

    public static bool IsChrome(PageBox box, PageBox page) =>
        box.IsHidden || (box.Chars * 2 < page.Chars && (IsTag(box) || (box.Has(Names) && box.Tag is not ("article" or "main" or "p" or "li" or "h1" or "h2" or "h3"))
            || IsComments(box)));

    private static bool IsTag(PageBox box) =>
        box.Tag is "nav" or "aside" or "form" or "dialog" or "menu" or "search" || (box.Tag == "footer" && !IsInEntry(box));

    // A list of comments below an article; the word alone also names what a curator says about a link.
    private static bool IsComments(PageBox box) =>
        box.Has(Signals.Comments) && box.Tag is "section" or "div" or "ol" or "ul" && (box.Element.Id ?? box.Element.ClassName ?? "").Contains("comments", StringComparison.OrdinalIgnoreCase);

    private static bool IsInEntry(PageBox box)
    {
        for (var outer = box.Parent; outer is not null; outer = outer.Parent)
            if (EntryNames.IsEntry(outer)) return true;
        return false;
    }
}
