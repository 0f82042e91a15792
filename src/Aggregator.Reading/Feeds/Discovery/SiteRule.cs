using System.Buffers;

namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>Where a site has its feeds: a pattern of an address, and the feed's address made of its parts.</summary>
/// <param name="Host">
/// A host, also with one of the usual labels before it (www, m, old); <c>*.host</c> for any label, which is <c>{sub}</c>; <c>*</c> for all hosts.
/// </param>
/// <param name="Path">
/// Segments with names for what is taken over, such as <c>/r/{name}</c>; a last <c>**</c> stands for any further segments; <c>?name={value}</c>
/// for a parameter that must be there.
/// </param>
/// <param name="Feed">The feed, with the names in braces; <c>{origin}</c> is scheme and host of the address.</param>
/// <param name="Title">What it holds when a site has several, or null.</param>
internal sealed record SiteRule(string Host, string Path, string Feed, string? Title = null)
{
    private static readonly SearchValues<char> Safe = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%+:");
    private static readonly string[] UsualLabels = ["www.", "m.", "mobile.", "old.", "new."];

    /// <summary>Whether the site is this rule's, whatever the page.</summary>
    public bool IsOf(Uri address) => Host == "*" || Label(address.IdnHost) is not null;

    /// <summary>The feed of an address, or null when the address is not of this form.</summary>
    public FeedCandidate? Of(Uri address)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal) { ["origin"] = address.GetLeftPart(UriPartial.Authority), ["sub"] = Label(address.IdnHost) ?? "" };
        return IsOf(address) && TakePath(address, parts) ? new FeedCandidate(Filled(parts), Title, FeedOrigin.Rule) : null;
    }

    /// <summary>The label before a host of the form <c>*.host</c>, empty for a host that is the rule's, null for any other.</summary>
    private string? Label(string host)
    {
        host = host.ToLowerInvariant();
        if (!Host.StartsWith("*.", StringComparison.Ordinal))
            return host == Host || Array.Exists(UsualLabels, label => host.Length == label.Length + Host.Length && host.StartsWith(label, StringComparison.Ordinal) && host.EndsWith(Host, StringComparison.Ordinal)) ? "" : null;
        if (!host.EndsWith(Host[1..], StringComparison.Ordinal)) return null;
        var label = host[..^(Host.Length - 1)];
        return label.Length > 0 && label is not ("www" or "m") && !label.Contains('.', StringComparison.Ordinal) ? label : null;
    }

    private bool TakePath(Uri address, Dictionary<string, string> parts)
    {
        var pattern = Path.Split('?');
        var wanted = Segments(pattern[0]);
        var given = Segments(address.AbsolutePath);
        var isOpen = wanted.LastOrDefault() == "**";
        if (isOpen) wanted = wanted[..^1];
        if (isOpen ? given.Length < wanted.Length : given.Length != wanted.Length) return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!Take(wanted[i], given[i], parts)) return false;
        }

        return pattern.Length == 1 || TakeParameter(pattern[1], address.Query, parts);
    }

    /// <summary>Takes a segment: <c>word</c>, <c>{name}</c> or <c>@{name}</c>.</summary>
    private static bool Take(string wanted, string given, Dictionary<string, string> parts)
    {
        var open = wanted.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return wanted.Equals(given, StringComparison.OrdinalIgnoreCase);
        if (given.Length <= open || !given.StartsWith(wanted[..open], StringComparison.Ordinal)) return false;
        var value = given[open..];
        // What ends like a file is a feed already, or no name of anybody.
        if (value.AsSpan().ContainsAnyExcept(Safe) || value.EndsWith(".rss", StringComparison.Ordinal) || value.EndsWith(".atom", StringComparison.Ordinal)) return false;
        parts[wanted[(open + 1)..^1]] = value;
        return true;
    }

    private static bool TakeParameter(string wanted, string query, Dictionary<string, string> parts)
    {
        var name = wanted[..(wanted.IndexOf('=', StringComparison.Ordinal) + 1)];
        var given = Array.Find(query.TrimStart('?').Split('&'), parameter => parameter.StartsWith(name, StringComparison.Ordinal));
        return given is not null && Take(wanted[name.Length..], given[name.Length..], parts);
    }

    private string Filled(Dictionary<string, string> parts)
    {
        var feed = Feed;
        foreach (var (name, value) in parts) feed = feed.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return feed;
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
