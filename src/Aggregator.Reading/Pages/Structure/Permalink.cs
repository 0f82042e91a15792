using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Html;
using Aggregator.Reading.Urls;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>Finds the address of an entry: on its title, around it, or on a line that says so.</summary>
internal static class Permalink
{
    private static readonly string[] Words = ["permalink", "permalien", "lien permanent", "lien", "link", "#", "¶", "∞", "source", "★", "→"];

    /// <summary>The address a title leads to, absolute, without a fragment that only names a place; null when it leads nowhere.</summary>
    public static string? OfTitle(PageBox title, Uri? address)
    {
        var inside = title.Tag == "a" ? title : title.Standing().FirstOrDefault(box => box.Tag == "a" && box.Element.HasAttribute("href"));
        if (inside is not null && inside.Chars * 2 >= title.Chars && Of(inside.Element, address) is { } own) return own;
        // Cards are one link around everything.
        for (var (outer, steps) = (title.Parent, 0); outer is not null && steps < 6; outer = outer.Parent, steps++)
            if (outer.Tag == "a") return Of(outer.Element, address);
        return null;
    }

    /// <summary>The address of the entry: its title's, else what the entry names as its permalink, else where the rest is.</summary>
    public static string? Of(Region region, Uri? address) =>
        OfTitle(region.Title.Box, address) ?? Named(region, address) ?? Stretched(region, address) ?? ById(region, address);

    /// <summary>The address that an entry plainly calls its permalink, on the page's own site.</summary>
    public static string? Stated(Region region, Uri? address) =>
        region.All().Take(400).Where(box => box.Tag == "a" && IsPermalink(box.Element)).Select(box => Of(box.Element, address)).FirstOrDefault(found => found is not null && SiteOf(found) == SiteOf(address?.AbsoluteUri));

    private static bool IsPermalink(IElement link) => link.ClassList.Contains("u-url") || link.ClassList.Contains("permalink") || (link.GetAttribute("rel") ?? "").Contains("bookmark", StringComparison.OrdinalIgnoreCase)
        || Marks.Plain(link.TextContent) is "permalink" or "permalien" or "lien permanent" || link.TextContent.Trim() is "#" or "¶" or "∞";

    /// <summary>The registrable host, so that "www" and sections of one site are one.</summary>
    public static string SiteOf(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return "";
        return RegistrableHost.Of(address.Host);
    }

    /// <summary>An absolute http(s) address, or null; a mere place on the same page is none.</summary>
    public static string? Of(IElement link, Uri? address)
    {
        var href = link.GetAttribute("href")?.Trim();
        if (string.IsNullOrEmpty(href) || href[0] == '#') return null;
        if (WebReference.Image(href, address) is not { } found) return null;
        // What only tracks or leads on is no part of the address.
        if (found.Contains('?', StringComparison.Ordinal) && CanonicalUrl.TryParse(found, out var plain)) found = plain;
        var mark = found.IndexOf('#', StringComparison.Ordinal);
        if (mark < 0 || found.AsSpan(mark + 1).IndexOfAny('!', '/') == 0) return found;
        var whole = found[..mark];
        return address is not null && UrlKey.Of(whole) == UrlKey.Of(address.AbsoluteUri) ? null : whole;
    }

    private static string? Named(Region region, Uri? address)
    {
        string? more = null, dated = null;
        foreach (var box in region.All())
        {
            if (box.Tag != "a" || Of(box.Element, address) is not { } found) continue;
            var element = box.Element;
            if (element.ClassList.Contains("u-url") || element.GetAttribute("itemprop") is "url" or "mainEntityOfPage"
                || (element.GetAttribute("rel") ?? "").Contains("bookmark", StringComparison.OrdinalIgnoreCase)) return found;
            if (Words.Contains(Marks.Plain(element.TextContent), StringComparer.Ordinal) || element.TextContent.Trim() is "#" or "¶" or "∞") return found;
            if (Marks.IsMoreLink(box)) more ??= found;
            if (box.Element.QuerySelector("time") is not null || (box.Parent?.Has(Signals.Date) == true && PageDate.Find(element.TextContent) is not null)) dated ??= found;
        }

        return more ?? dated;
    }

    // A link without text laid over the whole card, or the picture's.
    private static string? Stretched(Region region, Uri? address)
    {
        foreach (var box in region.All())
            if (box is { Tag: "a", Chars: 0 } && Of(box.Element, address) is { } found && !IsImage(found)) return found;
        return null;
    }

    // Microdata that states the address and shows nothing.
    private static string? ById(Region region, Uri? address)
    {
        var stated = region.Top.Element.GetAttribute("itemid") ?? region.Top.Element.QuerySelector("link[itemprop~=url],link[itemprop~=mainEntityOfPage]")?.GetAttribute("href")
            ?? region.Top.Element.QuerySelector("meta[itemprop~=mainEntityOfPage]")?.GetAttribute("content") ?? region.Top.Element.GetAttribute("data-permalink");
        return stated is null ? null : WebReference.Image(stated, address);
    }

    private static bool IsImage(string url)
    {
        var end = url.AsSpan();
        if (end.IndexOf('?') is >= 0 and var query) end = end[..query];
        return end.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || end.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || end.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) || end.EndsWith(".webp", StringComparison.OrdinalIgnoreCase);
    }
}
