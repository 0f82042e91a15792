using Aggregator.Reading.Pages;

namespace Aggregator.Intake;

/// <summary>
/// Gives the undated entries of a page the best evidence the page has of when they are from: pages stand in order, so an entry is no
/// newer than the dated one before it; else
/// the day or month in the page's own address or title. It is a place in time, no date of publication: that stays unknown until somebody
/// says it.
/// </summary>
internal static class PlacesInTime
{
    /// <summary>One for each entry, in order; null for dated entries, and where the page says nothing.</summary>
    /// <param name="reading">The page.</param>
    /// <param name="address">Where it stands.</param>
    public static IReadOnlyList<DateTimeOffset?> Of(PageReading reading, Uri address)
    {
        var entries = reading.Entries;
        var places = new DateTimeOffset?[entries.Count];
        if (entries.All(entry => entry.Published is not null)) return places;
        var page = PageDay.Of(address, reading.Title);
        for (var i = 0; i < places.Length; i++)
            if (entries[i].Published is null) places[i] = Nearest(entries, i) ?? page;
        return places;
    }

    // The dated entry before it, else the one behind it.
    private static DateTimeOffset? Nearest(IReadOnlyList<PageEntry> entries, int at)
    {
        for (var before = at - 1; before >= 0; before--)
            if (entries[before].Published is { } found) return found;
        for (var after = at + 1; after < entries.Count; after++)
            if (entries[after].Published is { } found) return found;
        return null;
    }
}
