using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Puts into the tree what a browser shows and a walk over its elements would not find: declarative shadow roots, formulas, pictures that
/// wait in <c>noscript</c>
/// or under a name of AMP, and embedded videos, which become links.
/// </summary>
internal static class RenderedContent
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(["shadowroot", "<math", "<noscript", "<iframe", "<video",
        "<amp-"], StringComparison.OrdinalIgnoreCase);

    private const int MostElements = 5_000;

    /// <summary>Changes the document in place.</summary>
    /// <param name="document">As parsed.</param>
    /// <param name="html">What it was parsed from: most content holds nothing of the kind, and is left after one look.</param>
    /// <param name="address">What relative addresses are resolved against.</param>
    public static void Restore(IHtmlDocument document, string html, Uri? address)
    {
        if (document.Body is not { } body || !html.AsSpan().ContainsAny(Signs)) return;
        if (html.Contains("shadowroot", StringComparison.OrdinalIgnoreCase)) ShadowRoots.Open(document);
        IElement? outer = null;
        foreach (var element in body.QuerySelectorAll("math,noscript,iframe,video,amp-img,amp-anim,amp-youtube,amp-video,amp-iframe")
            .Take(MostElements).ToList())
        {
            // One inside another belongs to it: looking into each of a thousand nested ones would take the square of their number.
            if (outer?.Contains(element) == true) continue;
            outer = element;
            switch (element.LocalName)
            {
                case "math": Formula.Write(element); break;
                case "noscript": LatePicture.Unwrap(element); break;
                case "amp-img" or "amp-anim": LatePicture.Rename(element); break;
                default: EmbeddedVideo.Link(element, address); break;
            }
        }
    }
}
