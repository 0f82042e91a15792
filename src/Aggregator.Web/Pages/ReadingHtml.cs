using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Web.Pages;

/// <summary>An article's stored HTML as the reader shows it: sanitised, and each picture a link to it at its publisher.</summary>
internal static class ReadingHtml
{
    /// <param name="html">As stored: foreign.</param>
    /// <param name="address">Where the article stands, for relative links.</param>
    /// <param name="picture">What a picture is called in the reader's language.</param>
    public static string Of(string html, string address, string picture)
    {
        var document = SafeHtml.ParseFragment(HtmlSanitizer.Sanitize(html, new Uri(address)), address: null).Document;
        if (document?.Body is not { } body) return "";
        foreach (var image in body.QuerySelectorAll("img").ToList()) image.Replace(LinkTo(image, document, picture));
        foreach (var link in body.QuerySelectorAll("a[href]")) link.ClassName = (link.ClassName + " link").Trim();
        return body.InnerHtml;
    }

    private static INode LinkTo(IElement image, IDocument document, string picture)
    {
        var words = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : "";
        if (image.GetAttribute("src") is not { Length: > 0 } source || image.Closest("a") is not null) return document.CreateTextNode(words);
        var link = document.CreateElement("a");
        link.SetAttribute("href", source);
        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.ClassName = "picture";
        link.TextContent = words.Length > 0 ? $"{picture}\u00A0: {words}" : picture;
        return link;
    }
}
