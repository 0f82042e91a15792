using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>Reads the ways pages write a date: ISO 8601, RFC 1123, "19 décembre 2025", "December 19, 2025". A bare day is midnight UTC.</summary>
internal static partial class PageDate
{
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "jan janv january janvier", "feb fev févr fév february février fevrier", "mar mars march", "apr avr april avril", "may mai", "jun juin june", "jul juil july juillet",
        "aug août aout august", "sep sept september septembre", "oct october octobre", "nov november novembre", "dec déc december décembre decembre",
    }.SelectMany((names, index) => names.Split(' ').Select(name => (name, index + 1))).ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The whole text is a date, or begins with one.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (Iso().Match(text) is { Success: true } iso && OfIso(iso, text) is { } found) return found;
        if (text.Length is > 20 and < 60 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var free) && Plausible(free)) return free;
        return text.Length < 200 ? Find(text) : null;
    }

    /// <summary>The first date that is written out in the text.</summary>
    public static DateTimeOffset? Find(string text)
    {
        if (text.Length > 400) text = text[..400];
        foreach (var match in Written().EnumerateMatches(text))
        {
            var parts = Written().Match(text, match.Index);
            if (parts.Success && Months.TryGetValue(parts.Groups["month"].Value, out var month) && Day(Number(parts, "year"), month, Number(parts, "day")) is { } found) return found;
        }

        return Iso().Match(text) is { Success: true } iso ? OfIso(iso, iso.Value) : Slashed(text);
    }

    /// <summary>Whether the text speaks of a change and not of the publication.</summary>
    public static bool IsChange(string? text) => Starts(text, ChangeWords);

    /// <summary>Whether a word for a change stands anywhere in the text, and none for a publication before it.</summary>
    public static bool SpeaksOfChange(string text) =>
        !IsPublication(text) && Array.Exists(ChangeWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text says that it gives the day of publication.</summary>
    public static bool IsPublication(string? text) => Starts(text, PublicationWords);

    private static readonly string[] PublicationWords = ["published", "posted", "publié", "paru", "first published", "originally published", "this article was originally published", "date published", "publication date", "mis en ligne"];

    private static bool Starts(string? text, string[] words)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var word in words)
            if (start.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] ChangeWords = ["updated", "last updated", "modified", "last modified", "page last", "reviewed", "last reviewed", "mis à jour", "modifié", "dernière mise à jour", "medically reviewed"];

    private static DateTimeOffset? OfIso(Match iso, string text)
    {
        if (iso.Groups["time"].Success && DateTimeOffset.TryParse(iso.Value.Replace(" +", "+", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return Plausible(exact) ? exact : null;
        return text.Length >= 8 ? Day(Number(iso, "year"), Number(iso, "month"), Number(iso, "day")) : null;
    }

    // 12/19/2025 can only be one day, 03/04/2025 could be two: then it says nothing.
    private static DateTimeOffset? Slashed(string text)
    {
        if (Numeric().Match(text) is not { Success: true } match) return null;
        var (one, two, year) = (Number(match, "one"), Number(match, "two"), Number(match, "year"));
        if (one > 12) return Day(year, two, one);
        return two > 12 || one == two ? Day(year, one, two) : null;
    }

    private static DateTimeOffset? Day(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;

    private static bool Plausible(DateTimeOffset time) => time.Year is >= 1990 and <= 2100;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)(?<time>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?\d*)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?:(?<day>\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:of\s+)?(?<month>\p{L}{3,9})\.?,?\s+(?<year>(?:19|20)\d\d))|(?:(?<month>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d\d))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<!\d)(?<one>\d{1,2})[/.](?<two>\d{1,2})[/.](?<year>20\d\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();
}
