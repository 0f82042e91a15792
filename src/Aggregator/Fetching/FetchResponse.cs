using Aggregator.Sources;

namespace Aggregator.Fetching;

/// <summary>What came of a request. Never an exception: a fault of the network or the server is a <see cref="FetchProblem"/>.</summary>
public sealed record FetchResponse
{
    /// <summary>HTTP status of the last hop; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>Body after decompression; empty when there was a problem or nothing changed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Where permanent redirects alone (301, 308) led from the address asked; null when there was none.</summary>
    public string? MovedTo { get; init; }

    public string? ContentType { get; init; }

    public string? ContentLocation { get; init; }

    /// <summary>Validators as the server sent them.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>How long the answer counts as fresh (RFC 9111 §4.2.1: max-age, else Expires, less Age); null when it does not say.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>When the server wants to be asked again (Retry-After), whatever the form it used.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>The Link header (RFC 8288), as it came.</summary>
    public string? Link { get; init; }

    /// <summary>HTTP version of the last hop, such as 1.1 or 2.0.</summary>
    public Version? Version { get; init; }

    public FetchProblem? Problem { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>304: what we have is still right.</summary>
    public bool NotModified => Status == 304;
}

/// <summary>Why there is no body.</summary>
/// <param name="Error">The kind of fault.</param>
/// <param name="Detail">What its sentence names.</param>
public sealed record FetchProblem(PollError Error, string? Detail = null);
