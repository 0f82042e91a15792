using System.Buffers;

namespace Aggregator.Reading.Feeds;

/// <summary>Makes addresses absolute (RFC 3986 section 5) and keeps out those that run code.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> PlainPath =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&+,;:@!$*()#");

    /// <summary>The address as published when it is absolute, else resolved; null when it is empty or of a scheme that runs code.</summary>
    public static string? Resolve(Uri? baseAddress, string? published) =>
        string.IsNullOrWhiteSpace(published) ? null : ResolveReference(baseAddress, published);

    /// <summary>The same where an empty reference is one to the base itself (RFC 3986 section 4.4).</summary>
    public static string? ResolveReference(Uri? baseAddress, string published)
    {
        var value = published.Trim();
        if (value.Length == 0) return baseAddress?.OriginalString;
        if (Scheme(value) is var scheme && scheme > 0) return IsActive(value.AsSpan(0, scheme)) ? null : value;
        if (baseAddress is not null && IsPlainPath(value)) return string.Concat(baseAddress.GetLeftPart(UriPartial.Authority), value);
        return baseAddress is not null && Uri.TryCreate(baseAddress, value, out var absolute) ? Shown(absolute, value) : value;
    }

    /// <summary>A page's address: absolute, http or https, or null.</summary>
    public static string? Page(string? address) =>
        address is not null
        && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? address : null;

    /// <summary>The base in force after xml:base or Content-Location; one that is no web address is ignored.</summary>
    public static Uri? Base(Uri? current, string? published)
    {
        if (string.IsNullOrWhiteSpace(published)) return current;
        var value = published.Trim();
        var found = Scheme(value) > 0 ? Uri.TryCreate(value, UriKind.Absolute, out var absolute)
            : Uri.TryCreate(current, value, out absolute);
        return found && absolute is { IsAbsoluteUri: true, Scheme: "http" or "https" or "ftp" } ? absolute : current;
    }

    /// <summary>The length of the scheme, or 0 for a relative address (RFC 3986 section 3.1).</summary>
    public static int Scheme(ReadOnlySpan<char> address)
    {
        var colon = address.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(address[0])) return 0;
        foreach (var c in address[..colon])
        {
            // Browsers drop tabs and line ends inside a scheme, so "java\nscript:" is one.
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.' or '\t' or '\n' or '\r')) return 0;
        }

        return colon;
    }

    private static bool IsActive(ReadOnlySpan<char> scheme)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetter(c)) continue;
            if (count == letters.Length) return false;
            letters[count++] = char.ToLowerInvariant(c);
        }

        return letters[..count] is "javascript" or "vbscript" or "data" or "file" or "livescript" or "mocha" or "about" or "blob";
    }

    /// <summary>True for the commonest relative addresses, an absolute path with nothing in it to normalise: they need no <see cref="Uri"/>.</summary>
    private static bool IsPlainPath(ReadOnlySpan<char> value) =>
        value.Length > 1 && value[0] == '/' && value[1] is not ('/' or '\\') && !value.ContainsAnyExcept(PlainPath) && !value.Contains("/.", StringComparison.Ordinal);

    /// <summary>Keeps an address with letters beyond ASCII (RFC 3987) as it was written.</summary>
    private static string Shown(Uri address, string published) =>
        System.Text.Ascii.IsValid(published) || published.AsSpan().ContainsAny(" %") ? address.AbsoluteUri
        : address.GetComponents(UriComponents.AbsoluteUri, UriFormat.SafeUnescaped);
}
