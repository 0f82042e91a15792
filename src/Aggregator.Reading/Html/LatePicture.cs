using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>Pictures that a script would put in place: the one in <c>noscript</c> beside a placeholder, and those of AMP.</summary>
internal static class LatePicture
{
    private const string Places = "article,main,figure,picture,p,section,[itemprop=articleBody]";

    private const int LongestText = 200;

    private static readonly string[] Kept = ["src", "srcset", "data-src", "data-srcset", "alt", "title", "width", "height"];

    /// <summary>
    /// Puts the picture of a <c>noscript</c> where its placeholder stands, or where it stands itself when it stands in an article.
    /// </summary>
    public static void Unwrap(IElement noscript)
    {
        var picture = noscript.QuerySelector("picture") ?? noscript.QuerySelector("img");
        if (picture is null || IsCounter(picture) || noscript.TextContent.Trim().Length > LongestText) return;
        if (PlaceholderOf(noscript) is { } placeholder) placeholder.Replace(picture);
        else if (noscript.Closest(Places) is not null) noscript.Before(picture);
    }

    /// <summary>An <c>amp-img</c> is an image.</summary>
    public static void Rename(IElement late)
    {
        var image = late.Owner!.CreateElement("img");
        foreach (var name in Kept)
            if (late.GetAttribute(name) is { } value) image.SetAttribute(name, value);
        late.Replace(image);
    }

    private static IElement? PlaceholderOf(IElement noscript)
    {
        var beside = noscript.PreviousElementSibling ?? noscript.NextElementSibling;
        if (beside is null || beside.TextContent.Trim().Length > 0) return null;
        return beside.LocalName is "img" or "picture" ? beside : beside.QuerySelectorAll("img") is { Length: 1 } only ? only[0] : null;
    }

    // Counters of visits are pictures without a size, or out of sight.
    private static bool IsCounter(IElement picture)
    {
        var image = picture.LocalName == "img" ? picture : picture.QuerySelector("img");
        return image is null || image.GetAttribute("width") is "0" or "1" || image.GetAttribute("height") is "0" or "1"
            || (image.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }
}
