using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Web.Pages;

/// <summary>An article's stored HTML as the reader shows it: sanitised once more, and each picture a link to it at its publisher.</summary>
internal static class ReadingHtml
{
    public static string Of(string html)
    {
        var document = SafeHtml.ParseFragment(HtmlSanitizer.Sanitize(html), address: null).Document;
        if (document?.Body is not { } body) return "";
        foreach (var image in body.QuerySelectorAll("img").ToList()) image.Replace(LinkTo(image, document));
        foreach (var link in body.QuerySelectorAll("a[href]")) link.ClassName = "link";
        return body.InnerHtml;
    }

    private static INode LinkTo(IElement image, IDocument document)
    {
        var words = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : "";
        if (image.GetAttribute("src") is not { Length: > 0 } source || image.Closest("a") is not null) return document.CreateTextNode(words);
        var link = document.CreateElement("a");
        link.SetAttribute("href", source);
        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.SetAttribute("class", "link picture");
        link.TextContent = words.Length > 0 ? $"[{words}]" : "[image]";
        return link;
    }
}
