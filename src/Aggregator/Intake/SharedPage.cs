namespace Aggregator.Intake;

/// <summary>
/// The form of a <see cref="Archive.Article.UrlKey"/> of items that have no address of their own: the page they share, "#", and 16 digits
/// of a hash of what they say.
/// </summary>
internal static class SharedPage
{
    private const int Digits = 16;

    /// <summary>The key of an item of the page.</summary>
    /// <param name="pageKey">UrlKey of the page.</param>
    /// <param name="hash">At least eight bytes.</param>
    public static string KeyOf(string pageKey, ReadOnlySpan<byte> hash) => $"{pageKey}#{Convert.ToHexStringLower(hash[..(Digits / 2)])}";

    /// <summary>The page's key, or null for an article that has an address of its own.</summary>
    public static string? Of(string urlKey)
    {
        var page = urlKey.Length - Digits - 1;
        return page > 0 && urlKey[page] == '#' && !urlKey.AsSpan(page + 1).ContainsAnyExcept("0123456789abcdef") ? urlKey[..page] : null;
    }

    /// <summary>Whether both are items of one page: its address is all they have in common, and they are not copies of each other.</summary>
    public static bool AreOfOne(string urlKey, string other) => Of(urlKey) is { } page && page == Of(other);
}
