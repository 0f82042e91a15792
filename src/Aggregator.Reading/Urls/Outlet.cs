using System.Net;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Urls;

/// <summary>
/// Tells which publication an address leads to: the part of its host that one owner registers, and for archives, readers and proxies the
/// publication whose
/// address they carry. By form, not by name: whatever has a whole address in its path or query shows that page.
/// </summary>
public static partial class Outlet
{
    /// <summary>
    /// The outlet's host, such as <c>lemonde.fr</c>; null for what is no web address, and for hosts without a registered name (numbers,
    /// local ones).
    /// </summary>
    public static string? KeyOf(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        if (Carried(address) is { } carried) return KeyOf(carried);
        if (address.HostNameType != UriHostNameType.Dns || !address.IdnHost.Contains('.', StringComparison.Ordinal)) return null;
        return RegistrableHost.Of(Proxied(address.IdnHost) ?? address.IdnHost);
    }

    /// <summary>
    /// The outlet's name as readers know it: what it calls itself, else its host; for an article on its source's own site, the source's
    /// name.
    /// </summary>
    /// <param name="articleUrl">Where the article stands.</param>
    /// <param name="siteName">What its page, or the log that links to it, calls the publication; null when nobody says.</param>
    /// <param name="sourceUrl">The source it was seen in.</param>
    /// <param name="sourceName">The name of that source.</param>
    public static string NameOf(string articleUrl, string? siteName, string sourceUrl, string sourceName)
    {
        var own = KeyOf(articleUrl);
        return own is null || own == KeyOf(sourceUrl) ? sourceName : siteName ?? own;
    }

    // "web.archive.org/web/2024/https://…", "reader.example/?url=https%3A%2F%2F…".
    private static string? Carried(Uri address)
    {
        if (!address.PathAndQuery.Contains("http", StringComparison.OrdinalIgnoreCase)) return null;
        var match = Address().Match(WebUtility.UrlDecode(address.PathAndQuery));
        if (!match.Success) return null;
        var found = $"{match.Groups["scheme"].Value}://{match.Groups["rest"].Value}";
        return Uri.TryCreate(found, UriKind.Absolute, out var carried) && carried.Host.Contains('.', StringComparison.Ordinal)
            && RegistrableHost.Of(carried.Host) != RegistrableHost.Of(address.Host) ? found : null;
    }

    // Libraries and translators write the dots of the host as dashes in front of their own: "www-lemonde-fr.proxy.example".
    private static string? Proxied(string host)
    {
        var label = host.Split('.')[0];
        return label.StartsWith("www-", StringComparison.Ordinal) && label.Count(c => c == '-') > 1 && host.Split('.').Length > 2
            ? label.Replace("--", "\0", StringComparison.Ordinal).Replace('-', '.').Replace("\0", "-", StringComparison.Ordinal) : null;
    }

    // Two slashes become one on the way through some paths. Of what only carries an address along (to come back to, to be told to others)
    // nothing is said.
    [GeneratedRegex(@"(?:/|[?&](?:url|u|q|target|link)=)(?<scheme>https?):/{1,2}(?<rest>[^\s&]{4,2000})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
