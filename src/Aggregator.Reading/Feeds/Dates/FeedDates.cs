namespace Aggregator.Reading.Feeds;

/// <summary>
/// Reads the dates feeds have: RFC 3339 and the rest of ISO 8601, RFC 822 with its successors and what publishers make of it (month
/// names in other languages, unusual order, missing parts), asctime, Korean.
/// </summary>
public static class FeedDates
{
    private const int LongestDate = 100;

    /// <summary>Reads a date. Without a zone it is taken for UTC, without a time for midnight.</summary>
    /// <param name="text">The text of the element.</param>
    /// <param name="instant">The instant in UTC.</param>
    /// <returns>False for text that is no date, or no date that exists; never throws.</returns>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || text.Length > LongestDate) return false;
        var date = text.AsSpan().Trim();
        if (date.IsEmpty) return false;
        var parts = Dates.IsoDate.Read(date) ?? (IsIso(date) ? null : Dates.NamedDate.Read(date));
        return parts is { } found && found.TryGetInstant(out instant);
    }

    /// <summary>True for what starts like ISO 8601 and so must be it to the end: guessing on would make a wrong date of a broken one.</summary>
    private static bool IsIso(ReadOnlySpan<char> date) => date.Length > 4 && date[4] == '-' && char.IsAsciiDigit(date[3]);
}
