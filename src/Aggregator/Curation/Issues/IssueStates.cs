using Aggregator.Accounts;

namespace Aggregator.Curation.Issues;

/// <summary>Groups of states.</summary>
public static class IssueStates
{
    /// <summary>It may be written in.</summary>
    public static List<IssueState> Open { get; } = [IssueState.Draft, IssueState.InReview];

    /// <summary>Its words were approved, and do not change but by a correction.</summary>
    public static List<IssueState> Frozen { get; } = [IssueState.Approved, IssueState.Scheduled, IssueState.Sending, IssueState.Sent, IssueState.Corrected];

    /// <summary>Readers may see it; a scheduled one waits for its time.</summary>
    public static List<IssueState> Shown { get; } = [IssueState.Approved, IssueState.Sending, IssueState.Sent, IssueState.Corrected];

    public static bool IsOpen(IssueState state) => state is IssueState.Draft or IssueState.InReview;
}
