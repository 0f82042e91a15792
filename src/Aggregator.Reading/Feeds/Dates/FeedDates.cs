using System.Globalization;
using System.Text;

namespace Aggregator.Reading.Feeds;

/// <summary>
/// Reads the dates feeds have: RFC 3339 and the rest of ISO 8601, RFC 822 with its successors and what publishers make of it (month
/// names in other languages, unusual order, missing parts), seconds since 1970, asctime, JavaScript's, Chinese, Japanese and Korean ones.
/// </summary>
public static class FeedDates
{
    /// <summary>
    /// No article on the web is older: dates before that year are the zeros of programs (0001, 1601, 1900, 1970). The first feed of all,
    /// Scripting News, is of 1997; the web's first page of 1990.
    /// </summary>
    public const int FirstYearOfArticles = 1990;

    private const int LongestDate = 100;

    /// <summary>Reads a date. Without a zone it is taken for UTC, without a time for midnight.</summary>
    /// <param name="text">The text of the element.</param>
    /// <param name="instant">The instant in UTC.</param>
    /// <returns>False for text that is no date, or no date that exists; never throws.</returns>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || text.Length > LongestDate) return false;
        var date = Ascii.IsValid(text) ? text.AsSpan().Trim() : Plain(text).AsSpan().Trim();
        if (date.IsEmpty) return false;
        if (Dates.UnixTime.Read(date) is { } counted)
        {
            instant = counted;
            return true;
        }

        var parts = Dates.IsoDate.Read(date) ?? (IsIso(date) ? null : Dates.NamedDate.Read(date));
        return parts is { } found && found.TryGetInstant(out instant);
    }

    /// <summary>The date of an article: null for text that is no date, and for dates before <see cref="FirstYearOfArticles"/>.</summary>
    public static DateTimeOffset? OfArticle(string? text) =>
        TryParse(text, out var instant) && instant.Year >= FirstYearOfArticles ? instant : null;

    /// <summary>True for what starts like ISO 8601 and so must be it to the end: guessing on would make a wrong date of a broken one.</summary>
    private static bool IsIso(ReadOnlySpan<char> date) => date.Length > 4 && date[4] == '-' && char.IsAsciiDigit(date[3]);

    /// <summary>Digits of every script are digits; marks that only tell which way to write vanish: browsers put them around numbers.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c > '\x7F' && char.GetUnicodeCategory(c) is UnicodeCategory.Format) continue;
            plain.Append(c > '\x7F' && char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c);
        }

        return plain.ToString();
    }
}
