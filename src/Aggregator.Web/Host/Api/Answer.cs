namespace Aggregator.Web.Host.Api;

/// <summary>What an endpoint answers when all is well.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Type of the body; null for none.</param>
/// <param name="Type">Media type of the body.</param>
internal sealed record Answer(int Status, Type? Body, string Type = "application/json")
{
    /// <summary>Nothing but that it was done.</summary>
    public static Answer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    /// <summary>Another status with the same body, such as that of a thing that was there already.</summary>
    public int? OtherStatus { get; init; }

    /// <summary>Media types of text that it has as well, by the address.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];

    /// <summary>Statuses of errors that only this endpoint has, and why.</summary>
    public IReadOnlyDictionary<int, string> Errors { get; init; } = new Dictionary<int, string>();

    public static Answer Ok<T>() => new(StatusCodes.Status200OK, typeof(T));

    public static Answer Created<T>() => new(StatusCodes.Status201Created, typeof(T));

    /// <summary>It is begun, not done.</summary>
    public static Answer Accepted<T>() => new(StatusCodes.Status202Accepted, typeof(T));

    /// <summary>A part of a list, with the cursor of what follows.</summary>
    public static Answer List<T>() => Ok<Part<T>>();

    /// <param name="type">Media type.</param>
    public static Answer Text(string type) => new(StatusCodes.Status200OK, typeof(string), type);

    /// <summary>With an error of its own.</summary>
    public Answer Or(int status, string words) => this with { Errors = new Dictionary<int, string> { [status] = words } };

    /// <summary>With the error of what sends a mail.</summary>
    public Answer OrUnmailed() => Or(StatusCodes.Status503ServiceUnavailable, "The mail could not be handed over.");
}
