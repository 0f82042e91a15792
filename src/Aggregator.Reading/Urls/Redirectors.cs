namespace Aggregator.Reading.Urls;

/// <summary>Addresses that only lead to another one which they carry within them, so that no request is needed to know it.</summary>
internal static class Redirectors
{
    private static readonly string[] GoogleDomains =
    [
        "com", "fr", "ca", "be", "ch", "lu", "de", "it", "es", "pt", "nl", "at", "ie", "pl", "co.uk", "com.au", "com.br", "co.in", "co.jp",
        "dz", "tn", "co.ma", "sn", "ci",
    ];

    private static readonly HostTable<Redirector[]> Table = new(Rows());

    /// <summary>The address it leads to, yet to be read, or null: it leads nowhere else or hides where.</summary>
    public static string? TargetOf(in WebAddress address)
    {
        if (Table.Find(address.Host) is not { } redirectors) return null;
        foreach (var redirector in redirectors)
        {
            if (!address.Path.StartsWith(redirector.Path, StringComparison.Ordinal)) continue;
            var target = redirector.Parameter.Length == 0 ? InPath(address, redirector) : InQuery(address.Query, redirector.Parameter);
            if (target is not null) return target;
        }

        return null;
    }

    private static string? InQuery(string query, string name)
    {
        var parameters = new QueryParameters(query);
        while (parameters.MoveNext())
        {
            if (!parameters.Name.SequenceEqual(name)) continue;
            var target = PercentEscapes.DecodeAscii(parameters.Value);
            return target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? target : null;
        }

        return null;
    }

    /// <summary>An AMP cache has host and path of the article after its own path: /c/s/www.example.fr/article (s: https).</summary>
    private static string InPath(in WebAddress address, Redirector redirector) =>
        (address with
        {
            Scheme = redirector.Path.EndsWith("/s/", StringComparison.Ordinal) ? "https" : "http",
            Host = "",
            Port = "",
            Path = address.Path[redirector.Path.Length..],
        }).ToString();

    private static Dictionary<string, Redirector[]> Rows()
    {
        Redirector[] ampCache = [new("/c/s/"), new("/c/"), new("/v/s/"), new("/v/")];
        var rows = new Dictionary<string, Redirector[]>(StringComparer.Ordinal)
        {
            ["cdn.ampproject.org"] = ampCache,
            ["away.vk.com"] = [new("/", "to")],
            ["awin1.com"] = [new("/cread.php", "ued")],
            ["bing.com"] = [new("/news/apiclick.aspx", "url"), new("/amp/s/"), new("/amp/")],
            ["click.linksynergy.com"] = [new("/deeplink", "murl")],
            ["deref-gmx.net"] = [new("/", "redirectUrl")],
            ["deref-web.de"] = [new("/", "redirectUrl")],
            ["duckduckgo.com"] = [new("/l/", "uddg")],
            ["exit.sc"] = [new("/", "url")],
            ["getpocket.com"] = [new("/redirect", "url")],
            ["go.skimresources.com"] = [new("/", "url")],
            ["facebook.com"] = [new("/l.php", "u")],
            ["instagram.com"] = [new("/linkshim/", "u")],
            ["l.instagram.com"] = [new("/", "u")],
            ["linkedin.com"] = [new("/redir/", "url"), new("/safety/go", "url")],
            ["medium.com"] = [new("/r/", "url")],
            ["out.reddit.com"] = [new("/", "url")],
            ["pinterest.com"] = [new("/offsite/", "url")],
            ["safelinks.protection.outlook.com"] = [new("/", "url")],
            ["slack-redir.net"] = [new("/link", "url")],
            ["steamcommunity.com"] = [new("/linkfilter/", "u")],
            ["t.umblr.com"] = [new("/redirect", "z")],
            ["vk.com"] = [new("/away.php", "to")],
            ["youtube.com"] = [new("/redirect", "q")],
        };
        foreach (var domain in GoogleDomains)
            rows["google." + domain] = [new("/url", "url"), new("/url", "q"), new("/amp/s/"), new("/amp/")];
        return rows;
    }

    /// <param name="Path">What the path begins with.</param>
    /// <param name="Parameter">Which parameter holds the target; empty: the rest of the path does.</param>
    private sealed record Redirector(string Path, string Parameter = "");
}
