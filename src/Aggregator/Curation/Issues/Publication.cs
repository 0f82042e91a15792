namespace Aggregator.Curation.Issues;

/// <summary>A digest series.</summary>
public sealed class Publication
{
    public int Id { get; init; }

    /// <summary>Id in addresses and in the API (UUIDv7).</summary>
    public Guid PublicId { get; init; }

    public required string Title { get; set; }

    /// <summary>What it is about, in a sentence; shown in the archive.</summary>
    public string? Description { get; set; }

    /// <summary>Primary language subtag: the language of its page and its mail.</summary>
    public required string Language { get; set; }

    /// <summary>IANA time zone of its dates.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Name and address that its mail comes from.</summary>
    public required string SenderName { get; set; }

    /// <inheritdoc cref="SenderName"/>
    public required string SenderAddress { get; set; }

    /// <summary>Who may see its issues.</summary>
    public Visibility Visibility { get; set; }

    /// <summary>The same series in the other language; null for none.</summary>
    public int? TwinId { get; set; }

    /// <summary>Who may approve beside the publishers, whatever their role; null for nobody.</summary>
    public int? DeputyId { get; set; }

    /// <summary>How it is written: template, rhythm, glossary, wordings, what the checks do.</summary>
    public HouseStyle House { get; set; } = new();

    /// <summary>Changes with each write: its ETag.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>Who may see the issues of a publication.</summary>
public enum Visibility
{
    /// <summary>Archive, feed and page are open to all.</summary>
    Public = 0,

    /// <summary>Whoever has an issue's address may read it; archive and feed do not name it.</summary>
    ByLink = 1,

    /// <summary>Subscribers read it in their mail; on the web only the team does.</summary>
    Subscribers = 2,

    /// <summary>It is mailed and stands nowhere.</summary>
    None = 3,
}
