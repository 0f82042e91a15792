using System.Globalization;

namespace Aggregator.Reading.Urls.Noise;

/// <summary>
/// Whether a path names one article already, so that what follows it hardly can: a headline in words, a number, a date with a word.
/// "/live", "/view", "/index.php" and the folder of a month name none.
/// </summary>
internal static class ArticlePath
{
    /// <summary>Words of a headline that nobody takes for the name of a folder ("sign-in" is one).</summary>
    private const int Headline = 3;

    /// <summary>Digits of a number that is no day, part or version.</summary>
    private const int LeastDigits = 3;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyy.MM.dd"];

    public static bool NamesArticle(string path)
    {
        var trimmed = path.AsSpan().TrimEnd('/');
        var slash = trimmed.LastIndexOf('/');
        if (slash < 0) return false;
        var last = WithoutExtension(trimmed[(slash + 1)..]);
        if (HasNumber(last)) return true;
        return Words(last) switch { >= Headline => true, 0 => false, var words => words + FoldersThatTell(trimmed[..slash]) >= Headline };
    }

    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> segment) =>
        segment.LastIndexOf('.') is > 0 and var dot && segment.Length - dot <= 6 ? segment[..dot] : segment;

    /// <summary>Parts between hyphens or underscores that are no mere numbers.</summary>
    private static int Words(ReadOnlySpan<char> segment)
    {
        var words = 0;
        foreach (var range in segment.SplitAny('-', '_'))
            if (segment[range].ContainsAnyExceptInRange('0', '9')) words++;
        return words;
    }

    /// <summary>A number of its own. A year alone is an archive of it.</summary>
    private static bool HasNumber(ReadOnlySpan<char> segment)
    {
        if (segment.Length == 4 && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 1900 and < 2100) return false;
        var digits = 0;
        for (var at = 0; at < segment.Length; at++)
        {
            // The digits of an escape are none of a number.
            if (segment[at] == '%') (at, digits) = (at + 2, 0);
            else digits = char.IsAsciiDigit(segment[at]) ? digits + 1 : 0;
            if (digits >= LeastDigits) return true;
        }

        return false;
    }

    /// <summary>Folders above it that tell it from others: those of its date, or of its number, which counts twice.</summary>
    private static int FoldersThatTell(ReadOnlySpan<char> folders)
    {
        var tell = 0;
        foreach (var range in folders.Split('/'))
        {
            var folder = folders[range];
            if (folder.IsEmpty) continue;
            if (!folder.ContainsAnyExceptInRange('0', '9')) tell += HasNumber(folder) ? 2 : 1;
            else if (IsDate(folder)) tell += 2;
        }

        return tell;
    }

    /// <summary>"2026-03-08".</summary>
    private static bool IsDate(ReadOnlySpan<char> folder) =>
        DateOnly.TryParseExact(folder, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
