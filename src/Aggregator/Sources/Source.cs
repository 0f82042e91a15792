using Aggregator.Reading.Pages;

namespace Aggregator.Sources;

/// <summary>An address we follow: a feed or a page, with what an editor knows about it.</summary>
public sealed class Source
{
    public int Id { get; init; }

    /// <summary>The address as it was given; http or https.</summary>
    public required string Url { get; set; }

    /// <summary>The identity of <see cref="Url"/> (UrlKey); unique, so that one address is followed once.</summary>
    public required string UrlKey { get; set; }

    /// <summary>Keys of addresses it has moved away from: a list that still names one of them means this source.</summary>
    public List<string> FormerKeys { get; set; } = [];

    public required string Name { get; set; }

    /// <summary>A BCP 47 tag in the usual case (<c>fr</c>, <c>fr-CA</c>), or null when the articles must tell.</summary>
    public string? Language { get; set; }

    public List<string> Topics { get; set; } = [];

    public SourceKind Kind { get; set; }

    /// <summary>How much its stories count, 0.1 to 10; 1 is usual.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Fixed time between two visits; null lets the source's own rhythm decide.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>Selectors that correct how its page is read; null for nearly all.</summary>
    public PageRules? Rules { get; set; }

    /// <summary>It came from <c>feeds.json</c>; only such a source is retired when it vanishes from there.</summary>
    public bool FromFile { get; set; }

    /// <summary>Fields an editor has set by hand: <c>feeds.json</c> no longer changes them.</summary>
    public SourceFields EditedFields { get; set; }

    /// <summary>Days its articles are kept; null follows the setting, 0 keeps them for ever.</summary>
    public int? KeepDays { get; set; }

    /// <summary>Articles that are kept of it, the latest; null follows the setting, 0 keeps all.</summary>
    public int? KeepArticles { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was retired: no more visits, its articles stay. Null while it is followed.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public SourcePoll Poll { get; init; } = null!;
}

/// <summary>What stands at a source's address.</summary>
public enum SourceKind
{
    /// <summary>Found out at each visit.</summary>
    Auto,
    Feed,
    Page,
}

/// <summary>The fields of a source that both <c>feeds.json</c> and an editor can set.</summary>
[Flags]
public enum SourceFields
{
    None = 0,
    Name = 1,
    Language = 2,
    Topics = 4,
    Kind = 8,
    Weight = 16,
    Interval = 32,

    /// <summary>Whether it is followed at all: an editor's "stop" or "follow again".</summary>
    Retired = 64,

    /// <summary>How long its articles are kept, and how many.</summary>
    Keep = 128,

    /// <summary>How its page is read.</summary>
    Rules = 256,
}
