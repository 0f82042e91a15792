using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Reads names from bylines: "By A and B, staff writer", "Par A et B", "A, B".</summary>
internal static partial class PersonNames
{
    private const int LongestLabel = 26;

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
        return [.. Split(Rest().Replace(Unlabelled(text), "")).TakeWhile(name => LooksLikeName(name, oneWord))];
    }

    /// <summary>"Nouhaila DRISSI", as French pages set names, is "Nouhaila Drissi"; what is all in capitals stays.</summary>
    public static string Cased(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2 || IsCapitals(words[0])) return name;
        return string.Join(' ', words.Select(word => word.Length >= ShortestCapitals && IsCapitals(word)
            ? string.Join('-', word.Split('-').Select(part => part.Length < 2 ? part : part[0] + part[1..].ToLowerInvariant())) : word));
    }

    private static bool IsCapitals(string word) => word.Any(char.IsLetter) && !word.Any(char.IsLower);

    /// <summary>Letters; shorter ones are mostly the names of agencies.</summary>
    private const int ShortestCapitals = 4;

    /// <summary>"Roy, Aniruddha", as libraries write it, is "Aniruddha Roy".</summary>
    public static string Turned(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } family, { Length: > 0 } given] ? $"{given} {family}" : name;

    /// <summary>A line that only says that a name follows.</summary>
    public static bool Announces(string text) => AuthorWords.Announces(text);

    /// <summary>Names from a line that begins with "By" or "Par".</summary>
    public static IReadOnlyList<string> Signed(string text) => AuthorWords.LabelLength(text) > 0
        ? Byline(text, oneWord: text.Length < 60 && !text.EndsWith('.') && EndsInBy().IsMatch(text)) : [];

    // "Authors: A, B", "Texte : A", "作者：A": names hold no colon, so what stands before one is a label; then the words that announce a name.
    private static string Unlabelled(string text)
    {
        if (text.AsSpan().IndexOfAny(':', '：') is > 0 and < LongestLabel and var at
            && !text.AsSpan(at).StartsWith("://")) text = text[(at + 1)..].TrimStart(' ', '\u00A0');
        return text[AuthorWords.LabelLength(text)..];
    }

    private static IEnumerable<string> Split(string text)
    {
        if (AuthorWords.IsOffice(text) && !text.Contains(',', StringComparison.Ordinal)) yield break;
        text = Others().Replace(Unlabelled(text), "");
        // A degree after a comma belongs to the name before it.
        text = Degree().Replace(text, "\u0001${degree}");
        var isFirst = true;
        foreach (var piece in Joints().Split(text))
        {
            var part = piece.Replace("\u0001", ", ", StringComparison.Ordinal);
            var name = part.Trim(' ', '.', '-', '–', '—', '|', '•', '·', ':', '"', ',');
            // "Senior Editor, World Desk": what stands behind an office belongs to it.
            if (isFirst && AuthorWords.IsOffice(name)) yield break;
            isFirst = false;
            if (name.Length is > 1 and < 80 && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal)
                && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !AuthorWords.IsOffice(name)
                    && !AuthorWords.IsAccount(name)) yield return name;
        }
    }

    private static bool LooksLikeName(string name, bool oneWord)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Scripts without capitals write a name without blanks.
        if (words.Length == 1
            && char.GetUnicodeCategory(name[0]) == System.Globalization.UnicodeCategory.OtherLetter) return name.Length is >= 2 and <= 12;
        return words.Length <= 5 && words.Length >= (oneWord ? 1 : 2) && char.IsUpper(words[0][0]) && !name.Any(char.IsDigit) && words.Count(word => char.IsUpper(word[0])) * 2 >= words.Length;
    }

    // A single word is a name behind "by" and "par" alone: other prepositions begin too many lines.
    [GeneratedRegex(@"\A(?:\p{L}+ ){0,2}(?:by|par)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInBy();

    // "; editing by C", ", photos : D": who did something else than write.
    [GeneratedRegex(@"\s*[;,|·•]\s*\p{Ll}[\p{L} ]{2,24}(?:\s(?:by|par|von|por)\s|\s?[:：]).*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"\s*(?:[,;|•·]|\band\b|\bet\b|\bund\b|\by\b|\be\b|\bи\b|[、，]|&|\s[–—-]\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joints();

    [GeneratedRegex(@",\s*(?<degree>(?:Ph\.?\s?D|M\.?D|MPH|MSc?|MA|MBA|RDN?|RN|CPA|CPP|PSP|CFP|CFA|DDS|DO|DVM|JD|LCSW|LD|CSCS|CPT|NP|PT|DPT|Psy\.?D|Ed\.?D|Esq|Jr|Sr|II|III)\.?)(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Degree();

    // What follows a name in the same line: dates, "updated …", roles in lower case stay out by LooksLikeName.
    [GeneratedRegex(@"\s*(?:\b(?:published|updated|posted|last|on|le|publié|mis à jour|in|reading|\d+ min)\b.*|[|•·].*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
