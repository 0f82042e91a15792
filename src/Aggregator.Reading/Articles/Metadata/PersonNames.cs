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
    /// <param name="oneWord">Whether a single word may be a name: only where the page says clearly that it names an author.</param>
    public static IReadOnlyList<string> Byline(string text, bool oneWord)
    {
        if (text.Length is < 3 or > 200) return [];
        return [.. Split(Rest().Replace(text, "")).TakeWhile(name => LooksLikeName(name, oneWord))];
    }

    /// <summary>"Roy, Aniruddha", as libraries write it, is "Aniruddha Roy".</summary>
    public static string Turned(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } family, { Length: > 0 } given] ? $"{given} {family}" : name;

    /// <summary>A line that only says that a name follows.</summary>
    public static bool Announces(string text) =>
        text.TrimEnd(':', ' ', '\u00A0').ToLowerInvariant() is "by" or "par" or "written by" or "author" or "auteur" or "words by" or "écrit par" or "posted by" or "published by";

    /// <summary>Names from a line that begins with "By" or "Par".</summary>
    public static IReadOnlyList<string> Signed(string text) => Prefix().Match(text) is { Success: true } ? Byline(text, oneWord: text.Length < 60 && !text.EndsWith('.')) : [];

    private static IEnumerable<string> Split(string text)
    {
        text = Prefix().Replace(text, "");
        // A degree after a comma belongs to the name before it.
        text = Degree().Replace(text, "\u0001${degree}");
        foreach (var piece in Joints().Split(text))
        {
            var part = piece.Replace("\u0001", ", ", StringComparison.Ordinal);
            var name = part.Trim(' ', '.', '-', '–', '—', '|', '•', '·', ':', '"', ',');
            if (name.Length is > 1 and < 80 && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal)
                && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !Nobody.Contains(name.ToLowerInvariant())) yield return name;
        }
    }

    private static bool LooksLikeName(string name, bool oneWord)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 && words.Length >= (oneWord ? 1 : 2) && char.IsUpper(words[0][0]) && !name.Any(char.IsDigit) && words.Count(word => char.IsUpper(word[0])) * 2 >= words.Length;
    }

    [GeneratedRegex(@"\A(?:written by|posted by|published by|reviewed by|words by|story by|article by|author|auteur|autor|text by|by|par|von|écrit par|publié par|propos recueillis par)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:[,;|•·]|\band\b|\bet\b|\bund\b|&|\s[–—-]\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();

    [GeneratedRegex(@",\s*(?<degree>(?:Ph\.?\s?D|M\.?D|MPH|MSc?|MA|MBA|RDN?|RN|CPA|CPP|PSP|CFP|CFA|DDS|DO|DVM|JD|LCSW|LD|CSCS|CPT|NP|PT|DPT|Psy\.?D|Ed\.?D|Esq|Jr|Sr|II|III)\.?)(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Degree();

    // What follows a name in the same line: dates, "updated …", roles in lower case stay out by LooksLikeName.
    [GeneratedRegex(@"\s*(?:\b(?:published|updated|posted|last|on|le|publié|mis à jour|in|reading|\d+ min)\b.*|[|•·].*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
