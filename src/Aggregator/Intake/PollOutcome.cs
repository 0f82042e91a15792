using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>What came of one visit, once it is stored.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">In a word.</param>
/// <param name="Entries">Entries the source showed.</param>
/// <param name="NewArticles">Articles that were new to us.</param>
/// <param name="Copies">Of those, how many repeat an earlier one.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="ErrorDetail">What the error's sentence names.</param>
public sealed record PollOutcome(
    int SourceId, string Name, PollKind Kind, int Entries = 0, int NewArticles = 0, int Copies = 0,
    PollError Error = PollError.None, string? ErrorDetail = null)
{
    /// <summary>Articles that their publisher changed since the last visit.</summary>
    public int ChangedArticles { get; init; }
}

/// <summary>What came of a visit, in a word.</summary>
public enum PollKind
{
    /// <summary>It was read; there may or may not be something new in it.</summary>
    Read,

    /// <summary>The server said so (304), or the bytes were the same.</summary>
    Unchanged,

    Failed,
}
