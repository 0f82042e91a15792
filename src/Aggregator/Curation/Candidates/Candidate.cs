namespace Aggregator.Curation.Candidates;

/// <summary>What a team has decided about a story or a find, for one publication.</summary>
public sealed class CandidateNote
{
    public int Id { get; init; }

    public int PublicationId { get; init; }

    public CandidateKind Kind { get; init; }

    /// <summary>The story or the article.</summary>
    public int TargetId { get; init; }

    /// <summary>Who has taken it; null for nobody.</summary>
    public int? TakenById { get; set; }

    public DateTimeOffset? DismissedAt { get; set; }

    /// <summary>When it was put into the tray for the next issue.</summary>
    public DateTimeOffset? CarriedAt { get; set; }
}

public enum CandidateKind
{
    Story = 0,

    /// <summary>One strong article that nobody else has.</summary>
    Find = 1,
}
