using System.Globalization;
using Aggregator.Reading.Feeds.Wire;

namespace Aggregator.Reading.Feeds;

/// <summary>Turns a document as read into the feed we think in.</summary>
internal static class FeedAdapter
{
    private const int YearInMinutes = 525_600;

    public static Feed Adapt(WireFeed wire, string encoding, DiagnosticList diagnostics)
    {
        var details = new DetailsAdapter(diagnostics);
        var self = wire.Self;
        var about = details.Adapt(self);
        var items = new ItemAdapter(details, about.Authors);
        return new Feed
        {
            Format = wire.Format,
            Encoding = encoding,
            Details = about,
            Items = ItemKeys.Assign([.. wire.Items.Select(items.Adapt)]),
            Schedule = Schedule(self),
            Cloud = self.Cloud,
            TextInput = self.TextInput,
            Docs = self.Docs,
            Malformed = diagnostics.Malformed,
            Diagnostics = diagnostics.Items,
        };
    }

    private static FeedSchedule? Schedule(WireNode self)
    {
        if ((self.TimeToLive ?? self.UpdatePeriod ?? self.UpdateFrequency) is null && self.SkipHours is null && self.SkipDays is null) return null;
        return new FeedSchedule(
            Number(self.TimeToLive, YearInMinutes), self.SkipHours ?? [], self.SkipDays ?? [], self.UpdatePeriod?.ToLowerInvariant(),
            Number(self.UpdateFrequency, 1440));
    }

    private static int? Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
