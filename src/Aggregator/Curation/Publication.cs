namespace Aggregator.Curation;

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

    /// <summary>Changes with each write: its ETag.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset MadeAt { get; init; }
}
