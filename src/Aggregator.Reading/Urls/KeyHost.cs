using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>The host in a key: one name for the doors of one site.</summary>
internal static class KeyHost
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp.", "lite.", "touch.", "wap."];

    private static readonly string[] Doors = [".m.", ".mobile.", ".amp."];

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

        // Some have their mobile door within the name: fr.m.wikipedia.org.
        foreach (var door in Doors)
        {
            var at = host.IndexOf(door, StringComparison.Ordinal);
            if (at > 0 && IsOutsideDomain(host, at + door.Length)) host = host.Remove(at, door.Length - 1);
        }

        return SameSite.GetValueOrDefault(host, host);
    }

    private static string WithoutPrefixes(string host)
    {
        foreach (var prefix in Prefixes)
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && IsOutsideDomain(host, prefix.Length))
                return WithoutPrefixes(host[prefix.Length..]);
        }

        return host;
    }

    /// <summary>What remains must be a domain still: "amp.dev" is one itself, and "m.co.uk" is somebody's.</summary>
    private static bool IsOutsideDomain(string host, int from) =>
        host.IndexOf('.', from) > 0 && RegistrableHost.Of(host).Length <= host.Length - from;
}
