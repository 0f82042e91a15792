namespace Aggregator.Sources;

/// <summary>How a source does, in a word.</summary>
public enum HealthState
{
    /// <summary>Not visited yet, or not with success yet.</summary>
    New = 0,

    /// <summary>It answers, or has failed for so short a time that it may mend by itself.</summary>
    Healthy = 1,

    /// <summary>It answers, and has been silent for longer than its rhythm explains.</summary>
    Quiet = 2,

    /// <summary>It has failed for hours, at several visits.</summary>
    Failing = 3,

    /// <summary>It said that it is gone (410), or has failed for weeks.</summary>
    Dead = 4,

    /// <summary>Nobody wants it any more.</summary>
    Retired = 5,
}

/// <summary>How a source does, judged from its row alone. Pure, and slow to alarm: hours of failure, not one error.</summary>
/// <param name="State">In a word.</param>
/// <param name="Since">Since when; null where that says nothing.</param>
public sealed record SourceHealth(HealthState State, DateTimeOffset? Since = null)
{
    private const int Failures = 3;

    /// <summary>Once in a thousand such silences would be chance.</summary>
    private const double Chance = 0.001;

    private static readonly TimeSpan FailsFor = TimeSpan.FromHours(6), DeadAfter = TimeSpan.FromDays(14), SilentFor = TimeSpan.FromDays(1), AnySilence = TimeSpan.FromDays(90);

    /// <summary>Somebody should look at it.</summary>
    public bool IsAlarming => State is HealthState.Quiet or HealthState.Failing or HealthState.Dead;

    public static SourceHealth Of(Source source, DateTimeOffset now) => Of(source.Poll, source.RetiredAt, now);

    /// <summary>As far as can be said while the network is away: a visit that it foiled does not count.</summary>
    public static SourceHealth Of(Source source, DateTimeOffset now, NetworkOutage? outage) =>
        source.RetiredAt is null && outage?.Explains(source.Poll) == true ? Unknown(source.Poll) : Of(source, now);

    /// <param name="row">The moving part of the source.</param>
    /// <param name="retiredAt">When it was retired.</param>
    /// <param name="now">UTC.</param>
    public static SourceHealth Of(SourcePoll row, DateTimeOffset? retiredAt, DateTimeOffset now)
    {
        if (row.Error == PollError.Gone) return new(HealthState.Dead, row.FailingSince ?? row.VisitedAt);
        if (retiredAt is not null) return new(HealthState.Retired, retiredAt);
        if (row.VisitedAt is null) return new(HealthState.New);
        if (row.FailingSince is { } since) return Broken(row, since, now);
        var rhythm = PostingRhythm.Unpack(row.Rhythm);
        return rhythm is not null && IsSilent(rhythm, now) ? new(HealthState.Quiet, rhythm.Latest) : new(HealthState.Healthy);
    }

    private static SourceHealth Broken(SourcePoll row, DateTimeOffset since, DateTimeOffset now) =>
        row.ErrorCount < Failures || now - since < FailsFor ? Unknown(row)
        : new(now - since >= DeadAfter ? HealthState.Dead : HealthState.Failing, since);

    private static SourceHealth Unknown(SourcePoll row) => new(row.Rhythm is null ? HealthState.New : HealthState.Healthy);

    private static bool IsSilent(PostingRhythm rhythm, DateTimeOffset now) =>
        now - rhythm.Latest >= AnySilence || (now - rhythm.Latest >= SilentFor && rhythm.ChanceOfSilence(now) < Chance);
}
