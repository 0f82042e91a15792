using System.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>The encoding a body or its transport names.</summary>
internal static class DeclaredEncoding
{
    private const int DeclarationLength = 1024;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>charset of a Content-Type, in the quotes and spaces that servers put around it; null when there is none.</summary>
    public static string? OfContentType(string? contentType)
    {
        if (contentType is null) return null;
        foreach (var part in contentType.Split(';').Skip(1))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && part.AsSpan(0, at).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return part[(at + 1)..].Trim(' ', '"', '\'', '\t');
        }

        return null;
    }

    /// <summary>encoding of an XML declaration near the start (some feeds have white space or a comment before it), or null.</summary>
    public static string? OfXmlDeclaration(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, DeclarationLength)];
        var at = start.IndexOf("<?xml"u8);
        if (at < 0) return null;
        start = start[at..];
        var end = start.IndexOf("?>"u8);
        start = end < 0 ? start : start[..end];
        at = start.IndexOf("encoding"u8);
        return at < 0 ? null : Quoted(start[(at + 8)..]);
    }

    private static string? Quoted(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n="u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\'')) return null;
        var end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? null : Encoding.ASCII.GetString(rest.Slice(1, end)).Trim();
    }

    /// <summary>
    /// The encoding of a name, or null when there is none of that name. UTF-7 is none: it hides markup.
    /// As browsers do, Latin-1 is read as windows-1252 and GB 2312 as GB 18030, which only add to them.
    /// </summary>
    public static (Encoding Encoding, string Name)? Find(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var lower = name.ToLowerInvariant();
        return lower switch
        {
            "utf-7" or "utf7" or "unicode-1-1-utf-7" => null,
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => (Encoding.UTF8, "utf-8"),
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" => Named("windows-1252", "iso-8859-1"),
            "us-ascii" or "ascii" => Named("windows-1252", "us-ascii"),
            "gb2312" or "gbk" or "x-gbk" or "gb18030" => Named("gb18030", "gb18030"),
            "utf-16" or "utf-32" or "u16" or "utf_32" or "unicode" or "ucs-2" => null, // the byte order is in the BOM, or shows
            _ => Named(lower, lower),
        };
    }

    private static (Encoding Encoding, string Name)? Named(string name, string shown)
    {
        try
        {
            var encoding = CodePages.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return IsAsciiSuperset(encoding) ? (encoding, shown) : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A body whose declaration could be read as ASCII cannot be in UTF-16, UTF-32 or EBCDIC, whatever it says.</summary>
    private static bool IsAsciiSuperset(Encoding encoding) => encoding.GetByteCount("<?xml") == 5 && encoding.GetBytes("<")[0] == '<';
}
