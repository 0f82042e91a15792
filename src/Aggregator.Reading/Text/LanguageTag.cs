namespace Aggregator.Reading.Text;

/// <summary>Languages as tags of BCP 47.</summary>
internal static class LanguageTag
{
    private const int LongestTag = 35; // RFC 5646 section 4.4.1

    /// <summary>
    /// The tag of what is written: the locale of a program ("fr_CA.UTF-8", "de_DE@euro") becomes the tag of the same parts. Letters keep
    /// their case, which means nothing (RFC 5646 section 2.1.1).
    /// </summary>
    /// <returns>Null for nothing at all; what is no tag stays as it is written.</returns>
    public static string? Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var tag = written.Trim();
        if (tag.Length > LongestTag || !tag.Contains('_', StringComparison.Ordinal)) return tag;
        var end = tag.AsSpan().IndexOfAny('.', '@');
        return (end < 0 ? tag : tag[..end]).Replace('_', '-');
    }
}
