using Aggregator.Reading.Pages.Structure;
using Aggregator.Reading.Urls;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Pages;

/// <summary>Finds the way to older entries: <c>rel="next"</c> (HTML Standard, link types), or the words and classes that themes use.</summary>
internal static class OlderPage
{
    private static readonly string[] Names = ["nav-previous", "next", "older-posts", "next-page", "pagination-next", "blog-pager-older-link", "older"];

    /// <summary>An absolute address of the same site that is another page, or null.</summary>
    public static string? Of(IHtmlDocument document, Uri? resolve, Uri address)
    {
        string? worded = null;
        foreach (var link in document.QuerySelectorAll("link[href],a[href]").Take(20_000))
        {
            if ((link.GetAttribute("rel") ?? "").Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase) && Usable(link) is { } next) return next;
            if (worded is null && link.LocalName == "a" && IsOlder(link)) worded = Usable(link);
        }

        return worded;

        string? Usable(AngleSharp.Dom.IElement link) => Permalink.Of(link, resolve) is { } found && UrlKey.Of(found) != UrlKey.Of(address.AbsoluteUri)
            && Permalink.SiteOf(found) == Permalink.SiteOf(address.AbsoluteUri) ? found : null;
    }

    private static bool IsOlder(AngleSharp.Dom.IElement link)
    {
        var text = link.TextContent;
        if (text.Length > 80) return false;
        var said = Marks.Plain(text);
        return Array.Exists(Marks.OlderWords, word => said.Contains(word, StringComparison.Ordinal)) || said is "next" or "suivant" or "suivante" or "older"
            || link.ClassList.Any(name => Names.Contains(name)) || link.ParentElement?.ClassList.Any(name => name is "nav-previous" or "next" or "older") == true;
    }
}
