using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds;

/// <summary>Someone named in a feed. At least one of the three is there.</summary>
/// <param name="Name">As published, trimmed.</param>
/// <param name="Email">Address without display name; not verified.</param>
/// <param name="Url">Absolute where a base is known.</param>
public sealed record FeedPerson(string? Name, string? Email = null, string? Url = null)
{
    /// <summary>"Name (email)", or the one of them there is.</summary>
    public override string ToString() => (Name, Email) switch
    {
        ({ } name, { } email) => $"{name} ({email})",
        var (name, email) => name ?? email ?? Url ?? "",
    };
}

/// <summary>A category, tag or keyword.</summary>
/// <param name="Term">The category's name for programs; often also the one for people.</param>
/// <param name="Scheme">Its vocabulary: a URI by rule (atom:category scheme, RSS domain), any text in practice.</param>
/// <param name="Label">The name for people when it is not the term.</param>
public sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null)
{
    /// <summary>A word that says what the text is about, not the part of the publication in which it stands.</summary>
    public bool IsKeyword { get; init; }
}

/// <summary>A link (RFC 4287 section 4.2.7; RSS link elements have the relation <c>alternate</c>).</summary>
/// <param name="Href">Absolute where a base is known; never of a scheme that runs code; null when the link has no address.</param>
/// <param name="Rel">The relation; <c>alternate</c> when none is given.</param>
/// <param name="Length">Size in bytes as published, not checked.</param>
public sealed record FeedLink(
    string? Href, string Rel, string? Type = null, string? Title = null, string? HrefLang = null, string? Length = null);

/// <summary>A file that goes with an item: RSS enclosure, Atom link of relation enclosure, JSON Feed attachment.</summary>
/// <param name="Url">Absolute where a base is known.</param>
/// <param name="Type">Media type as published, or null.</param>
/// <param name="Length">Bytes as published, not checked; null when it is no number.</param>
public sealed record FeedEnclosure(string Url, string? Type = null, long? Length = null);

/// <summary>A picture of the feed (RSS image, itunes:image) or of an item.</summary>
/// <param name="Width">Pixels as published.</param>
/// <param name="Height">Pixels as published.</param>
public sealed record FeedImage(
    string? Url, string? Title = null, string? Link = null, string? Width = null, string? Height = null, string? Description = null);

/// <summary>The software that made the feed.</summary>
public sealed record FeedGenerator(string Name, string? Url = null, string? Version = null);

/// <summary>A date as published and what it means.</summary>
/// <param name="Instant">UTC; null when the text is no date.</param>
/// <param name="Raw">The text in the feed.</param>
public sealed record FeedDate(DateTimeOffset? Instant, string Raw);

/// <summary>A Media RSS object or thumbnail.</summary>
/// <param name="Url">Absolute where a base is known.</param>
public sealed record FeedMedia(
    string Url, string? Type = null, string? Medium = null, string? Width = null, string? Height = null, string? Length = null);

/// <summary>Where to register for notices (RSS cloud); kept for the record, never contacted.</summary>
public sealed record FeedCloud(string? Domain, string? Port, string? Path, string? RegisterProcedure, string? Protocol);

/// <summary>A text box the feed wants to be shown (RSS textInput).</summary>
public sealed record FeedTextInput(string? Title, string? Description, string? Name, string? Link);

/// <summary>When the publisher wants to be polled. Hints only: the caller puts them into bounds.</summary>
/// <param name="TimeToLive">RSS ttl in minutes, 1 to 525,600; null when absent or out of range.</param>
/// <param name="SkipHours">RSS skipHours as published, GMT.</param>
/// <param name="SkipDays">RSS skipDays as published, English day names.</param>
/// <param name="UpdatePeriod">sy:updatePeriod: hourly, daily, weekly, monthly or yearly.</param>
/// <param name="UpdateFrequency">sy:updateFrequency: times in a period, 1 to 1,440.</param>
public sealed record FeedSchedule(
    int? TimeToLive, IReadOnlyList<string> SkipHours, IReadOnlyList<string> SkipDays, string? UpdatePeriod, int? UpdateFrequency);

/// <summary>What podcasts say (iTunes extension, podcast namespace, Podlove Simple Chapters).</summary>
/// <param name="Block">True when the item must not be listed.</param>
/// <param name="Explicit">Null when not said or neither yes nor no.</param>
/// <param name="Duration">As published: seconds, or h:mm:ss.</param>
public sealed record FeedPodcast(bool? Block, bool? Explicit, string? Duration, string? Subtitle)
{
    /// <summary>Number of the season, from 1, or null.</summary>
    public int? Season { get; init; }

    /// <summary>Number of the episode, from 0, or null; a fraction ("3.5", a special between two) counts as its whole part.</summary>
    public int? Episode { get; init; }

    /// <summary>The chapters that stand in the feed, in order.</summary>
    public IReadOnlyList<FeedChapter> Chapters { get; init; } = [];

    /// <summary>Where the chapters are when they are not in the feed (podcast:chapters), or null.</summary>
    public string? ChaptersUrl { get; init; }

    /// <summary>The spoken text in one or more formats (podcast:transcript).</summary>
    public IReadOnlyList<FeedEnclosure> Transcripts { get; init; } = [];
}

/// <summary>A chapter of a podcast's episode.</summary>
/// <param name="Start">As published: h:mm:ss.fff from the beginning, or seconds.</param>
/// <param name="Url">A page about it; absolute where a base is known.</param>
/// <param name="ImageUrl">Absolute where a base is known.</param>
public sealed record FeedChapter(string Start, string? Title = null, string? Url = null, string? ImageUrl = null);

/// <summary>Where something is (GeoRSS, W3C geo), on WGS 84.</summary>
/// <param name="Positions">One for a point, the lower and the upper corner of a box, all of a line or of a polygon's ring.</param>
/// <param name="Name">What people call it, or null.</param>
public sealed record FeedPlace(FeedPlaceKind Kind, IReadOnlyList<FeedPosition> Positions, string? Name = null);

/// <summary>The shape of a place.</summary>
public enum FeedPlaceKind
{
    Point,
    Line,
    Polygon,
    Box,
}

/// <summary>A position in degrees: north and east are positive.</summary>
/// <param name="Latitude">−90 to 90.</param>
/// <param name="Longitude">−180 to 180.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeedPosition(double Latitude, double Longitude);
