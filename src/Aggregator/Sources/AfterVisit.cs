namespace Aggregator.Sources;

/// <summary>What a visit leaves on its row for the next one. Pure but for the row.</summary>
public static class AfterVisit
{
    private const int Ok = 200, NotModified = 304;

    /// <summary>While a hub tells us what is new, visits are this far apart: a lost push is found the same day.</summary>
    private static readonly TimeSpan BesidePushes = TimeSpan.FromHours(6);

    public static void Note(SourcePoll row, SourceVisit visit, VisitBounds bounds)
    {
        var last = row.VisitedAt;
        row.LeaseOwner = null;
        row.LeaseUntil = null;
        row.VisitedAt = visit.At;
        row.Status = visit.Status;
        row.Error = visit.Error;
        row.ErrorDetail = visit.ErrorDetail;
        row.NotBefore = visit.RetryAfter;
        KeepValidators(row, visit);
        if (visit.Error == PollError.None) Succeeded(row, visit, last, bounds);
        else Failed(row, visit, bounds);
    }

    /// <summary>Also of an answer that could not be read: asked again, the server may say that it is still the same.</summary>
    private static void KeepValidators(SourcePoll row, SourceVisit visit)
    {
        if (visit.Status is not (Ok or NotModified)) return;
        // A 304 may repeat the validators or leave them out: what it leaves out stays (RFC 9110 §15.4.5).
        row.ETag = visit.ETag ?? (visit.Status == NotModified ? row.ETag : null);
        row.LastModified = visit.LastModified ?? (visit.Status == NotModified ? row.LastModified : null);
        row.ValidatorsUrl = visit.FinalUrl;
        row.BodyHash = visit.BodyHash ?? row.BodyHash;
    }

    private static void Succeeded(SourcePoll row, SourceVisit visit, DateTimeOffset? last, VisitBounds bounds)
    {
        row.ErrorCount = 0;
        row.FailingSince = null;
        if (visit.Brought > 0) row.ChangedAt = visit.At;
        if (visit.Hints is { } said) (row.TimeToLive, row.SkipHours, row.SkipDays) = said;
        var rhythm = Learn(row, visit, last);
        MovedAddress.Note(row, visit.MovedTo, visit.At);
        row.Interval = visit.FixedInterval ?? NextCheck.Interval(rhythm, visit.At, visit.IsPushed && BesidePushes < bounds.Max ? BesidePushes : bounds.Min, bounds.Max);
        row.DueAt = NextCheck.AfterSuccess(
            visit.At, row.Interval, visit.FreshFor, new(row.TimeToLive, row.SkipHours, row.SkipDays), visit.RetryAfter, bounds.Max);
    }

    private static void Failed(SourcePoll row, SourceVisit visit, VisitBounds bounds)
    {
        row.ErrorCount++;
        row.FailingSince ??= visit.At;
        row.DueAt = NextCheck.AfterFailure(visit.At, row.ErrorCount, bounds.Min, bounds.Max, visit.RetryAfter, bounds.Jitter);
    }

    /// <summary>Only what came since the last good visit is new; the row is written only when there is something.</summary>
    private static PostingRhythm Learn(SourcePoll row, SourceVisit visit, DateTimeOffset? last)
    {
        var known = PostingRhythm.Unpack(row.Rhythm);
        var rhythm = known is null || last is null ? PostingRhythm.Begin(visit.Published, visit.At) : known.With(Arrived(visit, last.Value), visit.At);
        if (!ReferenceEquals(rhythm, known)) row.Rhythm = rhythm.Pack();
        return rhythm;
    }

    /// <summary>
    /// When the new articles came. A source may show articles that are new in it but not to us, so what is dated since the last visit
    /// counts; and it may date late or not at all, so what was new to us counts too, halfway between the visits.
    /// </summary>
    internal static IReadOnlyList<DateTimeOffset> Arrived(SourceVisit visit, DateTimeOffset last)
    {
        var times = visit.Published.OfType<DateTimeOffset>().Where(time => time > last && time <= visit.At).ToList();
        var middle = last + (visit.At - last) / 2;
        for (var missing = visit.Brought - times.Count; missing > 0; missing--) times.Add(middle);
        return times;
    }
}
