using Aggregator.Reading.Html;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>What a box is to the pictures of a page.</summary>
internal enum PictureRole
{
    None,

    /// <summary>A picture (or an embedded video) with its caption and nothing else.</summary>
    Picture,

    /// <summary>A <c>figure</c> of something else, such as a table or a quote: its content counts by itself.</summary>
    Frame,
}

/// <summary>
/// Finds the boxes that are a picture with its caption, whatever they are called: one or more images, and beside them nothing but a short
/// text that is no running
/// text. By shape, so that "wp-caption", a table of two rows and an aside are all the same.
/// </summary>
internal static class Pictures
{
    /// <summary>In characters without blanks; agencies' captions go up to some four hundred.</summary>
    private const int LongestCaption = 450;

    /// <summary>Of what stands in a <c>figure</c>: a caption that explains.</summary>
    private const int LongestInFigure = 1_000;

    /// <summary>Of a caption that nothing calls so.</summary>
    private const int LongestUnnamed = 140;

    private const int MostImages = 3;

    /// <summary>Marks the boxes; run before anything is cut.</summary>
    public static void Mark(PageBox box)
    {
        foreach (var inside in box.Boxes)
        {
            if (IsPicture(inside)) inside.Picture = PictureRole.Picture;
            else
            {
                if (inside.Tag == "figure") inside.Picture = PictureRole.Frame;
                Mark(inside);
            }
        }
    }

    /// <summary>Whether running text stands beside the box: then it is the article's picture, whatever it is called.</summary>
    public static bool StandsInText(PageBox box) => box.Parent is { } parent
        && parent.Boxes.Any(beside => beside.Tag == "p" && beside.OwnChars - beside.OwnLinkChars > 60);

    private static bool IsPicture(PageBox box)
    {
        if (!box.IsBlock || box.Chars > (box.Tag == "figure" ? LongestInFigure : LongestCaption)
            || box.Tag is "p" or "li" or "tr" or "td" or "body" or "nav" or "header" or "a" or "button" or "form" or "main" or "article") return false;
        if (box.Element.HasAttribute(EmbeddedVideo.Mark)) return true;
        if (box.Chars == 0 && box.Tag != "figure") return false;
        var images = 0;
        PageBox? caption = null;
        foreach (var inside in box.Standing())
        {
            if (inside.Tag == "img" && ++images > MostImages) return false;
            if (inside != box && !MayStandThere(inside)) return false;
            if (caption is null && IsNamedCaption(inside)) caption = inside;
        }

        if (images == 0) return false;
        if (box.Tag == "figure" || box.Chars == 0) return true;
        if (box.Has(Signals.Byline | Signals.Biography | Signals.Navigation | Signals.Comments)
            || (box.LinkShare > 0.5 && caption is null)) return false;
        return caption is not null ? box.Chars - caption.Chars < LongestUnnamed : box.Chars <= LongestUnnamed && !HoldsParagraph(box);
    }

    private static bool IsNamedCaption(PageBox box) => box.Chars > 0 && (box.Tag == "figcaption" || box.Has(Signals.Caption));

    private static bool HoldsParagraph(PageBox box) => box.Tag is "blockquote" || box.Standing().Any(inside => inside.Tag is "p" or "time");

    private static bool MayStandThere(PageBox box) =>
        box.Tag is not ("ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "article" or "form" or "button" or "blockquote" or "pre" or "th" or "nav" or "section")
        && !box.Has(Signals.Byline | Signals.Date);
}
