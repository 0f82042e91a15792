using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>What somebody makes of an issue's own fields.</summary>
/// <inheritdoc cref="SectionEdit"/>
public sealed record IssueEdit(Seen Seen, Action<Issue> Change, bool Merges = false);

/// <summary>The one door to an issue's own fields.</summary>
public static class EditIssue
{
    public static Task<Edited> RunAsync(AggregatorDb db, Guid id, IssueEdit edit, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await FindAsync(db, id, inner) is not { } issue) return new(EditOutcome.Missing);
            if (!IssueStates.IsOpen(issue.State)) return new(EditOutcome.Frozen, issue);
            var stored = IssueSnapshot.Of(issue);
            var isSeen = edit.Seen.Is(issue.Version);
            var begun = isSeen ? stored : edit.Seen.Version is { } seen ? await SeenRevisions.IssueAsync(db, issue, seen, inner) : null;
            if (begun is null) return new(EditOutcome.Stale, issue);
            var mine = Written(begun, issue.Publication, edit.Change);
            if (IssueRules.Problem(mine) is { } fault) return isSeen ? new(EditOutcome.Refused, issue) { Fault = fault } : new(EditOutcome.Stale, issue);
            var merge = isSeen ? null : WordsMerge.Of(begun, mine, stored);
            if (merge is not null && (merge.Merged is null || !edit.Merges)) return new(EditOutcome.Stale, issue) { IssueMerge = merge.Merged, Collisions = merge.Collisions };
            await EditorialWriting.IssueAsync(db, issue, merge is null ? edit.Change : merge.Merged!.Restore, writing, inner);
            return new(merge is null ? EditOutcome.Saved : EditOutcome.Merged, issue);
        },
        stop);

    /// <summary>An issue with its publication, sections and pads.</summary>
    public static Task<Issue?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) => db.Issues
        .Include(issue => issue.Publication).Include(issue => issue.Sections).ThenInclude(section => section.Pad)
        .Include(issue => issue.Sections).ThenInclude(section => section.PadStories).AsSplitQuery().FirstOrDefaultAsync(issue => issue.PublicId == id, stop);

    /// <summary>What the change would make of these fields; the stored issue is not touched.</summary>
    private static IssueSnapshot Written(IssueSnapshot begun, Publication publication, Action<Issue> change)
    {
        var draft = new Issue { Title = "", Publication = publication };
        begun.Restore(draft);
        change(draft);
        return IssueSnapshot.Of(draft) with { Order = begun.Order };
    }
}
