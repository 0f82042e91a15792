using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>From the oldest to the newest of some texts; empty when none is dated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeSpanOfTexts(DateTimeOffset? Oldest, DateTimeOffset? Newest)
{
    public TimeSpanOfTexts With(DateTimeOffset? time) => time is null ? this : With(new TimeSpanOfTexts(time, time));

    public TimeSpanOfTexts With(TimeSpanOfTexts other) => new(
        Oldest is null || other.Oldest < Oldest ? other.Oldest ?? Oldest : Oldest,
        Newest is null || other.Newest > Newest ? other.Newest ?? Newest : Newest);

    /// <summary>Days between the two; 0 when they overlap, null when one is empty.</summary>
    public double? DaysTo(TimeSpanOfTexts other) =>
        Oldest is not { } oldest || Newest is not { } newest || other.Oldest is not { } from || other.Newest is not { } to ? null
        : from > newest ? (from - newest).TotalDays
        : oldest > to ? (oldest - to).TotalDays : 0;
}
