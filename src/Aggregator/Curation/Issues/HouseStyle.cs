using Aggregator.Curation.Text;

namespace Aggregator.Curation.Issues;

/// <summary>How a publication is written.</summary>
public sealed record HouseStyle
{
    /// <summary>The sections an issue has, in order; empty when each issue decides.</summary>
    public IReadOnlyList<SectionTemplate> Template { get; init; } = [];

    /// <summary>What it is about, in the words of the sources' topics: such stories come first. Empty: about anything.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>When an issue is opened and when it is due.</summary>
    public Rhythm Rhythm { get; init; } = new();

    /// <summary>Words the house writes its own way.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary { get; init; } = [];

    /// <summary>How sources are credited, with "{source}" for the name: "selon {source}", "rapporte {source}".</summary>
    public IReadOnlyList<string> CreditWordings { get; init; } = [];

    /// <summary>What a check does, by its name; what is not named does what it does by itself.</summary>
    public IReadOnlyDictionary<string, CheckEffect> Checks { get; init; } = new Dictionary<string, CheckEffect>(StringComparer.Ordinal);

    /// <summary>Whoever wrote in an issue may not approve it.</summary>
    public bool FourEyes { get; init; }
}

/// <summary>A kind of section.</summary>
/// <param name="Kind">Its key, in lower case: "synthesis".</param>
/// <param name="Title">What a new section of this kind is called at first.</param>
/// <param name="NeedsSignOff">It ends with words that close it.</param>
public sealed record SectionTemplate(string Kind, string Title, bool NeedsSignOff = false);

/// <summary>The week of an issue, in the publication's time zone.</summary>
/// <param name="OpensOn">The day it is opened.</param>
/// <param name="OpensAt">The time.</param>
/// <param name="DueOn">The day its mail is due.</param>
/// <param name="DueAt">The time.</param>
public sealed record Rhythm(DayOfWeek OpensOn, TimeOnly OpensAt, DayOfWeek DueOn, TimeOnly DueAt)
{
    /// <summary>Opens on Monday at 7, due on Friday at 9.</summary>
    public Rhythm()
        : this(DayOfWeek.Monday, new(7, 0), DayOfWeek.Friday, new(9, 0))
    {
    }

    /// <summary>The next moment after <paramref name="now"/> at which an issue is due, UTC.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var days = 0; ; days++)
        {
            var day = today.AddDays(days);
            if (day.DayOfWeek == DueOn && Moment(day, DueAt, zone) is var due && due > now) return due;
        }
    }

    /// <summary>The last moment up to <paramref name="now"/> at which an issue was to be opened, UTC.</summary>
    public DateTimeOffset LastOpening(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var days = 0; ; days++)
        {
            var day = today.AddDays(-days);
            if (day.DayOfWeek == OpensOn && Moment(day, OpensAt, zone) is var opening && opening <= now) return opening;
        }
    }

    /// <summary>As a time that somebody gives: past an hour that the clocks skip, and the first of two that are called the same.</summary>
    private static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone) => WallClock.Read(day.ToDateTime(time), zone).At;
}

/// <summary>A word the house writes its own way.</summary>
/// <param name="Write">"courriel".</param>
/// <param name="Not">What is not written: "e-mail", "mail".</param>
public sealed record GlossaryEntry(string Write, IReadOnlyList<string> Not);

/// <summary>What a check does when it finds something.</summary>
public enum CheckEffect
{
    /// <summary>It says so.</summary>
    Warn = 0,

    /// <summary>The issue is not approved, unless somebody waives it and says why.</summary>
    Block = 1,

    /// <summary>Nothing.</summary>
    Off = 2,
}
