namespace Aggregator.Reading.Urls;

/// <summary>
/// The address of an article in one spelling that still opens: RFC 3986 §6.2 normal form, without tracking, session and fragment,
/// and out of the redirectors that wrap it. What two spellings have in common beyond that says <see cref="UrlKey"/>.
/// </summary>
public static class CanonicalUrl
{
    /// <summary>Longest address in characters, as given and as written; RFC 9110 §4.1 asks for 8,000 at least.</summary>
    public const int MaxLength = 8192;

    /// <summary>
    /// Writes an http or https address canonically. Doing so twice changes nothing. An address without a scheme ("//host/path") is
    /// read as https. Path case, the order of parameters and whatever names an article stay. Never throws, asks no network.
    /// </summary>
    /// <param name="address">As it stands in a feed or page; white space around it does not matter.</param>
    /// <param name="canonical">The canonical address, or an empty string.</param>
    /// <returns>False for anything but a full http or https address of at most <see cref="MaxLength"/> characters.</returns>
    public static bool TryParse(string? address, out string canonical)
    {
        var usable = TryRead(address, out var read);
        canonical = usable ? read.ToString() : "";
        return usable;
    }

    internal static bool TryRead(string? address, out WebAddress read)
    {
        read = default;
        if (address is null || address.Length > MaxLength || !TryClean(address, out read)) return false;

        // Ends: a target is shorter than the address that carries it.
        while (Redirectors.TargetOf(read) is { } target && TryClean(target, out var next)) read = next;
        return read.Length <= MaxLength;
    }

    private static bool TryClean(string address, out WebAddress clean)
    {
        if (!WebAddressReader.TryRead(address, out clean)) return false;
        var site = SiteParameters.TrackingOf(clean.Host)?.GetAlternateLookup<ReadOnlySpan<char>>();
        clean = clean with
        {
            // In this order: a session or tracking between dots hides a dot segment.
            Path = DotSegments.Resolve(SecondQuery.RemoveFromPath(SessionParameters.RemoveFrom(clean.Path), IsTracking)),
            Query = QueryParameters.Without(SecondQuery.Split(clean.Query, IsTracking), IsTracking),
            Fragment = RouteOf(clean.Fragment),
        };
        return true;

        bool IsTracking(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
            TrackingParameters.Contains(name, value) || SessionParameters.Contains(name, value) || site?.Contains(name) == true;
    }

    /// <summary>A fragment names a place on a page and goes, unless a script reads the page's address from it ("#!/a", "#/a").</summary>
    private static string RouteOf(string fragment)
    {
        if (fragment.Length < 2 || fragment[0] is not ('!' or '/')) return "";
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal); // URL Fragment Text Directives, WICG
        return directive < 0 ? fragment : directive < 2 ? "" : fragment[..directive];
    }
}
