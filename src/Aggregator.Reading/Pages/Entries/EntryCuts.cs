using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Cuts out of an entry what is not its text: the title and what stands before it, particulars, tags, hidden data, sharing, the way to the rest.</summary>
/// <param name="region">The entry.</param>
/// <param name="url">Its address, to know the link to the rest.</param>
/// <param name="address">The page's address.</param>
/// <param name="dayFirst">How the page writes dates.</param>
internal sealed class EntryCuts(Region region, string? url, Uri? address, bool dayFirst)
{
    private const Signals Furniture = Signals.Byline | Signals.Date | Signals.Labels | Signals.Share | Signals.Comments | Signals.Navigation | Signals.Contents | Signals.Promotion | Signals.Related;

    private static readonly string[] HiddenNames = ["hidden", "sr-only", "screen-reader", "visually-hidden", "visuallyhidden", "d-none", "invisible", "rich-snippet", "microdata", "offscreen", "u-hidden", "assistive"];

    /// <summary>Whether a link to the rest, or its words, stood there.</summary>
    public bool HadMore { get; private set; }

    /// <summary>Marks the cuts in the boxes of the entry.</summary>
    /// <param name="isNote">A link log's entry: what is called a comment there is the text.</param>
    public void Make(bool isNote)
    {
        CutTitle();
        HadMore = region.All().Any(IsMore);
        var furniture = isNote ? Furniture & ~(Signals.Comments | Signals.Related | Signals.Promotion | Signals.Share) : Furniture;
        foreach (var box in region.Content.Boxes.ToList()) Cut(box, furniture);
        if (isNote) CutDoors();
    }

    private void Cut(PageBox box, Signals furniture)
    {
        if (box.Cut) return;
        if (IsMore(box)) box.Cut = true;
        else if (!HoldsTitle(box) && IsFurniture(box, furniture)) box.Cut = true;
        else foreach (var inside in box.Boxes.ToList()) Cut(inside, furniture);
    }

    // A link says "more" only when it leads to the entry itself; elsewhere it belongs to the text.
    private bool IsMore(PageBox box)
    {
        if (!Marks.IsMoreLink(box) || HoldsTitle(box)) return false;
        return url is null || Permalink.Of(box.Element, null) is not { } leads || Urls.UrlKey.Of(leads) == Urls.UrlKey.Of(url) || box.Element.ClassList.Contains("more-link");
    }

    private bool IsFurniture(PageBox box, Signals furniture)
    {
        if (box.IsHidden || IsHiddenByName(box.Element) || IsStatedData(box)) return true;
        if (box.Tag is "nav" or "form" or "button" or "menu" or "time" or "footer" && box.Chars < 400) return true;
        if (box.Chars is 0 or > 300 || box.Chars * 2 > Math.Max(region.Rest, 40) && !IsPlainFurniture(box)) return box.Chars == 0 && false;
        if (box.Has(furniture) && box.Tag is not ("h2" or "h3" or "h4" or "blockquote")) return !IsSentence(box) || box.Has(Signals.Share | Signals.Labels);
        return IsPlainFurniture(box);
    }

    private bool IsPlainFurniture(PageBox box) => EntryTags.IsLine(box, region) || IsSignature(box) || IsOthers(box)
        || (box.IsBlock && (EntryDate.IsDateLine(box, dayFirst) || IsSmallTalk(box)));

    // "Posted by A at 17:12": hardly anything but what states an author or a date.
    private static bool IsSignature(PageBox box)
    {
        if (!box.IsBlock || box.Chars > 120 || box.Has(Signals.StatedBody)) return false;
        var stated = box.Standing().Where(inside => inside != box
            && (inside.Tag == "time" || inside.Element.ClassList.Contains("fn") || inside.Element.ClassList.Contains("published")
            || inside.Element.GetAttribute("rel") == "author" || inside.Element.GetAttribute("itemprop") is "author" or "datePublished"))
                .Sum(inside => inside.Chars);
        return stated > 0 && box.Chars - stated <= 30;
    }

    // Related articles inside an entry: two boxes and more that each open with a link, perhaps under a heading of their own.
    private bool IsOthers(PageBox box) => box.IsBlock && box.Tag != "blockquote" && !HoldsTitle(box)
        && Neighbours.IsRow(box, fewest: 2, dated: false);

    // "3 comments", "Permalink", "Share", "Edit | Reply": lines of links and numbers under an entry.
    private static bool IsSmallTalk(PageBox box)
    {
        if (box.HoldsBlock || box.Chars > 80) return false;
        var text = Marks.Plain(Line.Of(PlainText.Of(box)));
        return Smalls.Any(word => text == word) || (Words.Any(word => text.Contains(word, StringComparison.Ordinal)) && (box.LinkShare > 0.4 || text.Length < 28));
    }

    private static readonly string[] Smalls = ["permalink", "permalien", "lien permanent", "share", "partager", "reply", "répondre", "edit", "modifier", "imprimer", "print", "top", "haut de page", "link", "lien", "#", "reblog", "notes"];

    private static readonly string[] Words = ["comment", "commentaire", "réponse", "reply", "replies", "permalink", "permalien", "points by", "saved by", "shaare", "reblog", " notes", "vues", " views", "min read", "min de lecture", "minutes de lecture", "partager", "share on", "tweet"];

    private static bool IsSentence(PageBox box) => box.Tag == "p" && box.Chars > 100 && box.LinkShare < 0.5;

    private static bool IsHiddenByName(IElement element)
    {
        if (element.GetAttribute("aria-hidden") == "true" && element.LocalName != "a") return true;
        var names = element.ClassName;
        return !string.IsNullOrEmpty(names) && names.Split(' ').Any(name => Array.Exists(HiddenNames, hidden => name == hidden || (hidden.Length > 7 && name.Contains(hidden, StringComparison.OrdinalIgnoreCase))));
    }

    private static readonly string[] TextProperties = ["articleBody", "description", "text"];

    // Microdata written for machines: nothing but values (headline, width, height, author), where readers see the real ones elsewhere.
    private bool IsStatedData(PageBox box)
    {
        if (box.Chars > 600 || box.Element.QuerySelector("[itemprop]") is null && !box.Element.HasAttribute("itemprop")) return false;
        if (box.Element.GetAttribute("itemprop") is { } property && property.Split(' ').Any(TextProperties.Contains)) return false;
        if (box.Element.GetAttribute("itemprop") is "width" or "height" or "url" or "datePublished" or "dateModified" or "author" or "publisher" or "mainEntityOfPage" or "interactionCount" or "wordCount") return true;
        if (box.Has(Signals.StatedBody)
            || box.Element.QuerySelector("[itemprop~=articleBody],[itemprop~=description],[itemprop~=text],[itemprop~=blogPost]") is not null) return false;
        var values = box.Standing().Where(inside => inside.Element.HasAttribute("itemprop")
            && !inside.Boxes.Any(deep => deep.Element.HasAttribute("itemprop"))
            && !inside.Element.GetAttribute("itemprop")!.Split(' ').Any(TextProperties.Contains)).ToList();
        return values.Count > 0 && values.Sum(value => value.Chars) >= box.Chars * 0.9 && !box.Standing().Any(inside => inside.Tag is "p" or "blockquote");
    }

    // "edit", "14 April", "∞": a log puts links to itself beside its entries, in lines made of links.
    private void CutDoors()
    {
        var own = region.All().Where(box => box.IsBlock && box.OwnChars > 0 && box.OwnLinkChars >= box.OwnChars * 0.9).SelectMany(box => box.Boxes).Concat(region.Content.Boxes);
        foreach (var link in own.Where(box => box.Tag == "a" && !HoldsTitle(box)).ToList())
            if (Permalink.Of(link.Element, address) is not { } leads || Permalink.SiteOf(leads) == Permalink.SiteOf(address?.AbsoluteUri)) link.Cut = true;
    }

    private void CutTitle()
    {
        var title = region.Title.Box;
        var whole = title;
        while (whole.Parent is { } parent && parent != region.Content && parent.Chars == title.Chars && parent != region.Top) whole = parent;
        if (region.Rest > 0) whole.Cut = true;
        else title.Cut = true;
        CutBefore(title);
    }

    // Whatever text precedes the title says something about the entry and was read as such.
    private void CutBefore(PageBox title)
    {
        for (var box = title; box.Parent is { } parent && box != region.Top; box = parent) CutUntil(parent.Content, box);
        CutUntil(region.Content.Content, region.Top);
    }

    private static void CutUntil(List<Piece> content, PageBox end)
    {
        foreach (var piece in content)
        {
            if (piece.Box == end) return;
            if (piece.Box is { } before && before.Chars < 400) before.Cut = true;
        }
    }

    private bool HoldsTitle(PageBox box)
    {
        for (PageBox? inner = region.Title.Box; inner is not null; inner = inner.Parent)
            if (inner == box) return true;
        return false;
    }
}
