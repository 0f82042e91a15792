namespace Aggregator.Sources;

/// <summary>Language tags as BCP 47 (RFC 5646) writes them: a language of 2 or 3 letters, then subtags.</summary>
public static class LanguageTag
{
    /// <summary>The tag in the case of RFC 5646 §2.1.1 ("fr-CA", "sr-Latn-RS"), or null when it is not well formed.</summary>
    public static string? Normalize(string? text)
    {
        var subtags = (text ?? "").Trim().Split('-');
        if (subtags[0].Length is < 2 or > 3 || !subtags[0].All(char.IsAsciiLetter)) return null;
        if (!subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit))) return null;
        return string.Join('-', subtags.Select((subtag, at) => at == 0 ? subtag.ToLowerInvariant() : InUsualCase(subtag)));
    }

    private static string InUsualCase(string subtag) => subtag.Length switch
    {
        2 => subtag.ToUpperInvariant(),
        4 => char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant(),
        _ => subtag.ToLowerInvariant(),
    };
}
