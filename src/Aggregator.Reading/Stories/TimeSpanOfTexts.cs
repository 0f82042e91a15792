using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>From the oldest to the newest of some texts; empty when none is dated.</summary>
/// <param name="Oldest">The first.</param>
/// <param name="Newest">The last.</param>
/// <param name="IsOpen">There is one that may be from any time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeSpanOfTexts(DateTimeOffset? Oldest, DateTimeOffset? Newest, bool IsOpen = false)
{
    public TimeSpanOfTexts With(WindowText text) => text.IsOfAnyTime ? this with { IsOpen = true } : With(new TimeSpanOfTexts(text.Time, text.Time));

    public TimeSpanOfTexts With(TimeSpanOfTexts other) => new(
        Oldest is null || other.Oldest < Oldest ? other.Oldest ?? Oldest : Oldest,
        Newest is null || other.Newest > Newest ? other.Newest ?? Newest : Newest,
        IsOpen || other.IsOpen);

    /// <summary>Days between the two; 0 when they overlap, infinite when all that is known of one is that it may be from any time, null when one is empty.</summary>
    public double? DaysTo(TimeSpanOfTexts other) =>
        IsAnyTime || other.IsAnyTime ? double.PositiveInfinity
        : Oldest is not { } oldest || Newest is not { } newest || other.Oldest is not { } from || other.Newest is not { } to ? null
        : from > newest ? (from - newest).TotalDays
        : oldest > to ? (oldest - to).TotalDays : 0;

    private bool IsAnyTime => IsOpen && Oldest is null;
}
