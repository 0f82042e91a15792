using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>The host in a key: one name for the doors of one site.</summary>
internal static class KeyHost
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp."];

    /// <summary>Hosts that serve the same articles under the same paths.</summary>
    private static readonly FrozenDictionary<string, string> SameSite = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bbc.co.uk"] = "bbc.com",
        ["edition.cnn.com"] = "cnn.com",
        ["us.cnn.com"] = "cnn.com",
        ["new.reddit.com"] = "reddit.com",
        ["np.reddit.com"] = "reddit.com",
        ["old.reddit.com"] = "reddit.com",
        ["twitter.com"] = "x.com",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string host)
    {
        host = WithoutPrefixes(host);

        // Wikimedia has its mobile door within the name: fr.m.wikipedia.org.
        var mobile = host.IndexOf(".m.", StringComparison.Ordinal);
        if (mobile > 0 && host.IndexOf('.', mobile + 3) > 0) host = host.Remove(mobile, 2);
        return SameSite.GetValueOrDefault(host, host);
    }

    private static string WithoutPrefixes(string host)
    {
        foreach (var prefix in Prefixes)
        {
            // What remains must be a domain still: "amp.dev" is one itself.
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0)
                return WithoutPrefixes(host[prefix.Length..]);
        }

        return host;
    }
}
