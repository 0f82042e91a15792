using Aggregator.Reading.Html;
using Aggregator.Reading.Urls;
using AngleSharp.Dom;

namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>
/// Where the feed of an address may be: what people paste made an address, the sites whose feeds we know, the feeds a page names, and where
/// sites usually have them. Pure: who asks these addresses is the caller.
/// </summary>
public static class FeedDiscovery
{
    private const int LongestAddress = 2_000, MostNamed = 20, MostLinked = 5;

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/xml", "text/xml", "application/rss", "application/atom"];

    /// <summary>
    /// The address in what somebody pasted: with or without scheme, with <c>feed:</c> before it, in brackets or quotes, or a name of the
    /// fediverse (<c>@name@host</c>).
    /// </summary>
    /// <returns>An http or https address without user name, or null when there is none in it.</returns>
    public static Uri? Address(string? pasted)
    {
        var text = (pasted ?? "").Trim().Trim('<', '>', '"', '\'', '«', '»', '“', '”', ' ', '\u00A0', '\u202F');
        if (text.Length is 0 or > LongestAddress || text.Any(char.IsWhiteSpace)) return null;
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            text = text[5..].StartsWith("//", StringComparison.Ordinal) ? $"http:{text[5..]}" : text[5..];
        if (text.StartsWith('@') && text.IndexOf('@', 1) is var at and > 1) text = $"https://{text[(at + 1)..]}/{text[..at]}";
        if (!text.Contains("://", StringComparison.Ordinal) && IsHostFirst(text)) text = $"https://{text}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo.Length: 0, Host.Length: > 0 }
            && CanonicalUrl.TryParse(address.AbsoluteUri, out _) ? address : null;
    }

    /// <summary>The feeds that an address of a known site has, the likeliest first; empty for other sites.</summary>
    public static IReadOnlyList<FeedCandidate> ByRules(Uri address)
    {
        var own = SiteRules.OfSites.Where(rule => rule.Host != "*" && rule.IsOf(address)).ToList();
        var rules = own.Count > 0 ? own : SiteRules.OfSites.Where(rule => rule.Host == "*");
        var found = rules.Select(rule => rule.Of(address)).OfType<FeedCandidate>().DistinctBy(feed => feed.Url).ToList();
        // Several feeds of one page have titles; else the first rule that fits is the closest one.
        return found is [{ Title: null }, ..] ? [found[0]] : found;
    }

    /// <summary>The feeds that a page names, then those it is likely to have by what made it or what it links to. Never throws.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Where it was read.</param>
    public static IReadOnlyList<FeedCandidate> InPage(string html, Uri address)
    {
        var page = SafeHtml.Parse(html, address);
        if (!page.Readable || page.Address is not { } baseAddress) return [];
        return [.. Named(page.Document, baseAddress).Take(MostNamed)
            .Concat(OfCanonical(page.Document, address))
            .Concat(OfProgram(page.Document, address))
            .Concat(Linked(page.Document, baseAddress).Take(MostLinked))
            .DistinctBy(feed => feed.Url, StringComparer.Ordinal)];
    }

    /// <summary>Where sites usually have a feed: the commonest places first, each under the folder of the page and under the site's root.</summary>
    public static IReadOnlyList<FeedCandidate> AtUsualPaths(Uri address) =>
        [.. SiteRules.UsualPaths.SelectMany(path => Under(address, path, FeedOrigin.Usual)).DistinctBy(feed => feed.Url, StringComparer.Ordinal)];

    private static IEnumerable<FeedCandidate> Named(IDocument page, Uri address) =>
        from link in page.QuerySelectorAll("link[href]")
        let rel = (link.GetAttribute("rel") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let type = (link.GetAttribute("type") ?? "").Split(';')[0].Trim()
        where (rel.Contains("alternate", StringComparer.OrdinalIgnoreCase) && Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            || (rel.Contains("feed", StringComparer.OrdinalIgnoreCase) && !rel.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
        let url = BaseAddress.Resolve(address, link.GetAttribute("href")!.Trim())
        // The program's interface, not a feed (WordPress names it on every page), and descriptions for embedding.
        where url is not null && !url.AbsolutePath.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase) && !url.AbsolutePath.Contains("oembed", StringComparison.OrdinalIgnoreCase)
        select new FeedCandidate(url.AbsoluteUri, Text(link.GetAttribute("title")), FeedOrigin.Named);

    /// <summary>A page may be known by its other address: a handle of YouTube stands for a channel, which has a feed.</summary>
    private static IEnumerable<FeedCandidate> OfCanonical(IDocument page, Uri address)
    {
        string?[] others =
        [
            page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), page.QuerySelector("meta[property='og:url']")?.GetAttribute("content"),
            page.QuerySelector("meta[itemprop=channelId], meta[itemprop=identifier]")?.GetAttribute("content") is { } id && SiteRules.OfSites[0].IsOf(address) ? $"/channel/{id}" : null,
        ];
        return others.OfType<string>().Select(other => BaseAddress.Resolve(address, other.Trim())).OfType<Uri>()
            .Where(other => other != address).SelectMany(ByRules);
    }

    private static IEnumerable<FeedCandidate> OfProgram(IDocument page, Uri address)
    {
        var generator = page.QuerySelector("meta[name=generator i]")?.GetAttribute("content")?.ToLowerInvariant() ?? "";
        return SiteRules.OfPrograms.Where(program => generator.StartsWith(program.Generator, StringComparison.Ordinal))
            .SelectMany(program => Under(address, program.Feed, FeedOrigin.Linked));
    }

    /// <summary>Links whose address looks like a feed's, on the same site or at a service that carries feeds for others.</summary>
    private static IEnumerable<FeedCandidate> Linked(IDocument page, Uri address) =>
        from link in page.QuerySelectorAll("a[href]")
        let url = BaseAddress.Resolve(address, link.GetAttribute("href")!.Trim())
        where url is not null && LooksLikeFeed(url)
            && (RegistrableHost.Of(url.IdnHost) == RegistrableHost.Of(address.IdnHost) || url.IdnHost.Contains("feedburner", StringComparison.OrdinalIgnoreCase))
        select new FeedCandidate(url.AbsoluteUri, Text(link.TextContent), FeedOrigin.Linked);

    private static bool LooksLikeFeed(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/').ToLowerInvariant();
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last is "feed" or "feeds" or "rss" or "atom" or "feed.xml" or "feed.json" or "index.rdf" or "backend.php"
            || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal)
            || (last.EndsWith(".xml", StringComparison.Ordinal) && (last.Contains("rss", StringComparison.Ordinal) || last.Contains("feed", StringComparison.Ordinal) || last.Contains("atom", StringComparison.Ordinal)))
            || url.Query.Contains("page=backend", StringComparison.Ordinal) || url.Query.Contains("feed=rss", StringComparison.Ordinal) || url.Query.Contains("format=feed", StringComparison.Ordinal);
    }

    private static IEnumerable<FeedCandidate> Under(Uri address, string path, FeedOrigin origin)
    {
        var folder = address.GetLeftPart(UriPartial.Path).TrimEnd('/') + '/';
        var site = address.GetLeftPart(UriPartial.Authority) + '/';
        if (folder != site) yield return new(folder + path, null, origin);
        yield return new(site + path, null, origin);
    }

    /// <summary>"press.example/feed" rather than a word or a scheme: there is a dot or a port before the first slash.</summary>
    private static bool IsHostFirst(string text)
    {
        var host = text.Split('/', '?', '#')[0];
        return host.Contains('.', StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith('[');
    }

    private static string? Text(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 and <= 200 } shown ? shown : null;
}
