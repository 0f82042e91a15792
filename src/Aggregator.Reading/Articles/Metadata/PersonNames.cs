using System.Text.RegularExpressions;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Reads names from bylines: "By A and B, staff writer", "Par A et B", "A, B".</summary>
internal static partial class PersonNames
{
    private static readonly string[] Nobody = ["admin", "administrator", "editor", "author", "guest", "staff", "webmaster", "default", "root", "unknown", "about the author", "see all posts", "user", "null", "redaction", "anonymous", "none", "n/a"];

    public static IReadOnlyList<string> Of(IEnumerable<string> stated) =>
        [.. stated.SelectMany(value => Split(Line.Of(value))).Distinct(StringComparer.OrdinalIgnoreCase).Take(40)];

    /// <summary>The names of the first meta tag that holds any.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<string> names, PageFacts facts)
    {
        foreach (var name in names)
            if (Of(facts.MetaAll(name)) is { Count: > 0 } found) return found;
        return [];
    }

    /// <summary>Names from an element that calls itself a byline.</summary>
    public static IReadOnlyList<string> Byline(string text)
    {
        if (text.Length is < 3 or > 200) return [];
        return [.. Split(Rest().Replace(text, "")).Where(LooksLikeName)];
    }

    /// <summary>Names from a line that begins with "By" or "Par".</summary>
    public static IReadOnlyList<string> Signed(string text) => Prefix().Match(text) is { Success: true } ? Byline(text) : [];

    private static IEnumerable<string> Split(string text)
    {
        text = Prefix().Replace(text, "");
        foreach (var part in Joints().Split(text))
        {
            var name = part.Trim(' ', '.', '-', '–', '|', '•', '·', ':', '"', ',');
            if (name.Length is > 1 and < 80 && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal)
                && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !Nobody.Contains(name.ToLowerInvariant())) yield return name;
        }
    }

    private static bool LooksLikeName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && !name.Any(char.IsDigit) && words.Count(word => char.IsUpper(word[0])) * 2 >= words.Length;
    }

    [GeneratedRegex(@"\A(?:written by|posted by|published by|reviewed by|words by|story by|article by|author|auteur|autor|text by|by|par|von|écrit par|publié par|propos recueillis par)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:[,;|•·]|\band\b|\bet\b|\bund\b|&|\s[–—-]\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();

    // What follows a name in the same line: dates, "updated …", roles in lower case stay out by LooksLikeName.
    [GeneratedRegex(@"\s*(?:\b(?:published|updated|posted|last|on|le|publié|mis à jour|in|reading|\d+ min)\b.*|[|•·].*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
