using Aggregator.Reading.Html;
using Aggregator.Web.Shared;
using AngleSharp.Dom;

namespace Aggregator.Web.Features.Articles;

/// <summary>An article's stored HTML as the reader shows it: sanitised, its pictures through our own proxy.</summary>
internal static class ReadingHtml
{
    private const string Blocks = "p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, figcaption, caption, th, td, pre, summary, details";

    /// <param name="html">As stored: foreign.</param>
    /// <param name="address">Where the article stands, for relative links.</param>
    /// <param name="pictures">Makes the addresses of pictures.</param>
    /// <param name="lead">The picture that stands for the article: it goes before a text that has none.</param>
    public static string Of(string html, string address, PictureLinks pictures, string? lead = null)
    {
        var document = SafeHtml.ParseFragment(HtmlSanitizer.Sanitize(html, new Uri(address)), address: null).Document;
        if (document?.Body is not { } body) return "";
        // What an article says of itself stands; of what says nothing each block runs as its first letter does.
        foreach (var block in body.QuerySelectorAll(Blocks).Where(block => !block.HasAttribute("dir"))) block.SetAttribute("dir", "auto");
        var images = body.QuerySelectorAll("img").ToList();
        foreach (var image in images) image.SetAttribute("src", pictures.To(image.GetAttribute("src")!));
        foreach (var link in body.QuerySelectorAll("a[href]")) link.ClassName = (link.ClassName + " link").Trim();
        return images.Count > 0 || lead is null ? body.InnerHtml : $"<p><img src=\"{pictures.To(lead)}\" alt=\"\" loading=\"lazy\"></p>{body.InnerHtml}";
    }
}
