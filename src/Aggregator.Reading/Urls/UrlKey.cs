namespace Aggregator.Reading.Urls;

/// <summary>
/// The identity of an article's address: equal for all spellings of one article, different for two articles. Two addresses that
/// wrongly share a key lose an article, which is worse than one article under two keys: in doubt they differ.
/// </summary>
public static class UrlKey
{
    /// <summary>Which rules make the keys. It rises when they change, so that stored keys are made anew.</summary>
    public const int Rules = 2;

    /// <summary>What the key of an unusable address begins with; no host does.</summary>
    private const string Unusable = "?";

    /// <summary>
    /// The key: host, path and parameters without scheme, "www.", mobile, AMP and print forms, index files, doubled and final slashes and
    /// what is noise by its form (<see cref="Noise.NoiseParameters"/>), letters composed, with the parameters sorted. It need not open. An
    /// address and its canonical form have one key. Never throws.
    /// </summary>
    /// <param name="address">As it stands in a feed or page.</param>
    /// <returns>
    /// For an address that <see cref="CanonicalUrl.TryParse"/> refuses: a question mark and the address without white space around
    /// it, which no usable address has as its key.
    /// </returns>
    public static string Of(string? address) =>
        CanonicalUrl.TryRead(address, out var read) ? Of(read) : Unusable + address?.Trim();

    private static string Of(in WebAddress address)
    {
        var host = KeyHost.Of(address.Host);
        var path = KeyPath.Of(ref host, ComposedLetters.Compose(address.Path));

        // A site rule may give the path a parameter: youtu.be/ID is youtube.com/watch?v=ID.
        var mark = path.IndexOf('?');
        var query = mark < 0 ? address.Query : $"{path[(mark + 1)..]}&{address.Query}";
        if (mark >= 0) path = path[..mark];
        query = KeyQuery.Of(host, path, query);
        return string.Concat(
            [host, address.Port, path, query.Length > 0 ? "?" : "", query, address.Fragment.Length > 0 ? "#" : "", address.Fragment]);
    }
}
