using Aggregator.Accounts;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Editing;

/// <summary>One way from state to state.</summary>
/// <param name="Verb">What is done, as the API calls it.</param>
/// <param name="From">States it begins in.</param>
/// <param name="To">The state it ends in.</param>
/// <param name="Role">The least role that may do it; whoever may approve a publication as its deputy counts as a publisher there.</param>
/// <param name="NeedsNote">It must be said why.</param>
public sealed record IssueTransition(string Verb, IReadOnlyList<IssueState> From, IssueState To, AccountRole Role, bool NeedsNote = false);

/// <summary>The ways an issue may go. Sending and sent are the mailing's own doing.</summary>
public static class IssueTransitions
{
    public static IReadOnlyList<IssueTransition> All { get; } =
    [
        new("submit", [IssueState.Draft], IssueState.InReview, AccountRole.Editor),
        new("reject", [IssueState.InReview, IssueState.Approved, IssueState.Scheduled], IssueState.Draft, AccountRole.Publisher, NeedsNote: true),
        new("approve", [IssueState.Draft, IssueState.InReview], IssueState.Approved, AccountRole.Publisher),
        new("schedule", [IssueState.Approved, IssueState.Scheduled], IssueState.Scheduled, AccountRole.Publisher),
        new("cancel", [IssueState.Draft, IssueState.InReview, IssueState.Approved, IssueState.Scheduled], IssueState.Cancelled, AccountRole.Publisher, NeedsNote: true),
        new("reopen", [IssueState.Cancelled], IssueState.Draft, AccountRole.Publisher),
        new("correct", [IssueState.Sent, IssueState.Corrected], IssueState.Corrected, AccountRole.Publisher, NeedsNote: true),
    ];

    public static IssueTransition Of(string verb) => All.Single(way => way.Verb == verb);

    /// <summary>Writes down that an issue went on. The caller stores it.</summary>
    public static Transition Go(Issue issue, IssueTransition way, int? account, DateTimeOffset at, string? note = null, ApprovedWords? words = null)
    {
        var row = new Transition
        {
            IssueId = issue.Id, From = issue.State, To = way.To, Verb = way.Verb, AccountId = account, At = at, Note = note, RenditionId = words is null ? null : issue.RenditionId,
            Content = words is null ? null : Storage.ColumnJson.Write(words),
        };
        issue.State = way.To;
        issue.Version++;
        // What was approved then stays in its row; the issue has no approved form now.
        if (IssueStates.IsOpen(way.To)) (issue.Rendition, issue.RenditionId) = (null, null);
        return row;
    }
}
