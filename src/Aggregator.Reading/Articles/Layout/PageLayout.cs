using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Walks a document once and measures every element. The parser bounds the depth, so recursion is safe.</summary>
internal static class PageLayout
{
    private static readonly FrozenSet<string> Unread = ("script style noscript template iframe svg math canvas object embed select textarea head link meta "
        + "video audio map dialog applet input datalist").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = ("address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
        + "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul xmp button").Split(' ').ToFrozenSet();

    public static PageBox Of(IElement body)
    {
        var box = new PageBox(body, body.LocalName, parent: null) { IsBlock = true };
        Fill(box, box, inLink: false);
        return box;
    }

    private static void Fill(PageBox box, PageBox block, bool inLink)
    {
        var nodes = box.Element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IText text) Count(text, box, block, inLink);
            else if (nodes[i] is IElement element && !Unread.Contains(element.LocalName)) Add(element, box, block, inLink);
        }
    }

    private static void Count(IText text, PageBox box, PageBox block, bool inLink)
    {
        var chars = 0;
        foreach (var c in text.Data)
            if (!char.IsWhiteSpace(c)) chars++;
        box.Content.Add(new Piece(text, null));
        box.Chars += chars;
        block.OwnChars += chars;
        if (!inLink) return;
        box.LinkChars += chars;
        block.OwnLinkChars += chars;
    }

    private static void Add(IElement element, PageBox parent, PageBox block, bool inLink)
    {
        var tag = element.LocalName;
        var box = new PageBox(element, tag, parent) { IsBlock = Blocks.Contains(tag) };
        if (element.Attributes.Length > 0) Attributes(box);
        parent.Content.Add(new Piece(null, box));
        Fill(box, box.IsBlock ? box : block, inLink || tag == "a");
        parent.Chars += box.Chars;
        parent.LinkChars += box.LinkChars;
        parent.HoldsBlock |= box.IsBlock || box.HoldsBlock;
    }

    private static void Attributes(PageBox box)
    {
        foreach (var attribute in box.Element.Attributes)
        {
            switch (attribute.Name)
            {
                case "class" or "id" or "data-component" or "data-testid": box.Signals |= SignalWords.Of(attribute.Value); break;
                case "itemprop":
                    foreach (var property in attribute.Value.Split(' ')) box.Signals |= OfProperty(property);
                    break;
                case "role": box.Signals |= OfRole(attribute.Value); break;
                case "aria-modal": box.Signals |= Signals.Dialog; break;
                case "hidden": box.IsHidden |= attribute.Value != "until-found"; break;
                case "style": box.IsHidden |= Hides(attribute.Value); break;
            }
        }
    }

    private static Signals OfProperty(string value) => value switch
    {
        "articleBody" => Signals.Body | Signals.StatedBody,
        "author" => Signals.Byline,
        "datePublished" or "dateModified" => Signals.Date,
        "caption" => Signals.Caption,
        _ => Signals.None,
    };

    private static Signals OfRole(string value) => value switch
    {
        "navigation" or "menu" or "menubar" or "toolbar" or "tablist" or "search" => Signals.Navigation,
        "complementary" or "banner" or "contentinfo" => Signals.Aside,
        "dialog" or "alertdialog" => Signals.Aside | Signals.Dialog,
        _ => Signals.None,
    };

    private static bool Hides(string style)
    {
        var squeezed = style.Replace(" ", "", StringComparison.Ordinal);
        return squeezed.Contains("display:none", StringComparison.OrdinalIgnoreCase) || squeezed.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
