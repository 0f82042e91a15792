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
    private const int LongestAddress = 2_000, MostNamed = 20, MostLinked = 40;

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

    /// <summary>
    /// The feeds that an answer names in its header or in its page, then those it is likely to have by what made it or what it links to.
    /// Never throws.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Where it was read.</param>
    /// <param name="linkHeader">The Link header of the answer, or null.</param>
    public static IReadOnlyList<FeedCandidate> InPage(string html, Uri address, string? linkHeader = null)
    {
        var page = SafeHtml.Parse(html, address);
        var ofHeader = InHeader(linkHeader, address);
        if (!page.Readable || page.Address is not { } baseAddress) return [.. ofHeader];
        return [.. ofHeader.Concat(Named(page.Document, baseAddress)).Take(MostNamed)
            .Concat(OfCanonical(page.Document, address))
            .Concat(OfProgram(page.Document, address))
            .Concat(LinkedFeeds.Of(page.Document, baseAddress, address).Take(MostLinked))
            .DistinctBy(feed => feed.Url, StringComparer.Ordinal)];
    }

    /// <summary>The feeds that a Link header names (RFC 8288).</summary>
    public static IEnumerable<FeedCandidate> InHeader(string? linkHeader, Uri address) =>
        from link in LinkHeader.Parse(linkHeader)
        where NamesFeed(link.Relations, link.Type ?? "")
        let url = Reference(address, link.Href)
        where url is not null && IsNoInterface(url)
        select new FeedCandidate(url.AbsoluteUri, Text(link.Title), FeedOrigin.Named);

    /// <summary>What a link leads to: <c>feed:</c> before an address says only what is there.</summary>
    internal static Uri? Reference(Uri address, string href) =>
        href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? Address(href) : BaseAddress.Resolve(address, href);

    /// <summary>Where sites usually have a feed: the commonest places first, each under the folder of the page and under the site's root.</summary>
    public static IReadOnlyList<FeedCandidate> AtUsualPaths(Uri address) =>
        [.. SiteRules.UsualPaths.SelectMany(path => Under(address, path, FeedOrigin.Usual)).DistinctBy(feed => feed.Url, StringComparer.Ordinal)];

    private static IEnumerable<FeedCandidate> Named(IDocument page, Uri address) =>
        from link in page.QuerySelectorAll("link[href]")
        let rel = (link.GetAttribute("rel") ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where NamesFeed(rel, (link.GetAttribute("type") ?? "").Split(';')[0].Trim())
        let url = Reference(address, link.GetAttribute("href")!.Trim())
        where url is not null && IsNoInterface(url)
        select new FeedCandidate(url.AbsoluteUri, Text(link.GetAttribute("title")), FeedOrigin.Named);

    private static bool NamesFeed(IReadOnlyList<string> relations, string type) =>
        (relations.Contains("alternate") && Types.Contains(type, StringComparer.OrdinalIgnoreCase))
        || (relations.Contains("feed") && !relations.Contains("stylesheet"));

    /// <summary>A program's interface is no feed (WordPress names it on every page), nor is a description for embedding.</summary>
    private static bool IsNoInterface(Uri url) =>
        !url.AbsolutePath.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase)
        && !url.AbsolutePath.Contains("oembed", StringComparison.OrdinalIgnoreCase);

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
