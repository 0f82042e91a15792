using Aggregator.Curation;
using Aggregator.Curation.Checks;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Publishing;

/// <summary>Approves an issue: checks it and freezes what will be sent and shown. All of it happens or nothing.</summary>
public sealed class ApproveIssue(AggregatorDb db, TimeProvider clock)
{
    /// <param name="issueId">A draft, or an issue in review.</param>
    /// <param name="version">The version the approver has seen.</param>
    /// <param name="publicUrl">What addresses of the archive begin with.</param>
    /// <param name="account">Who approves.</param>
    /// <returns>What is missing; empty when it is approved now.</returns>
    public Task<Approval> RunAsync(int issueId, int version, string publicUrl, int? account, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var issue = await IssueReading.FindAsync(db, issueId, inner);
            if (issue.Version != version || !IssueStates.IsOpen(issue.State)) return new Approval([], IsStale: true);
            if (issue.Publication.House.FourEyes && await db.Revisions.AnyAsync(revision => revision.IssueId == issueId && revision.AccountId == account, inner)) return new Approval([], IsOwn: true);
            var faults = IssueChecks.Of(issue);
            var now = clock.GetUtcNow();
            var frozen = FrozenEdition.Of(await EditionReader.ReadAsync(db, issue, publicUrl, inner));
            var blocking = faults.Count > 0 ? [] : IssueReview.Of(await ReviewReader.ReadAsync(db, issue, frozen.Html, now, inner)).Where(finding => finding.Blocks).ToList();
            if (faults.Count > 0 || blocking.Count > 0) return new Approval(faults) { Blocking = blocking };
            await FreezeAsync(db, issue, frozen, IssueTransitions.Of("approve"), account, now, note: null, inner);
            issue.ApprovedAt = now;
            await db.SaveChangesAsync(inner);
            return new Approval([]);
        },
        stop);

    /// <summary>Stores a rendition, makes it the one that counts, and writes down the words it was made from. Inside a write.</summary>
    internal static async Task FreezeAsync(AggregatorDb db, Issue issue, FrozenEdition frozen, IssueTransition way, int? account, DateTimeOffset now, string? note, CancellationToken stop)
    {
        issue.Rendition = frozen.ToRendition(issue.Id, now);
        await db.SaveChangesAsync(stop);
        db.Add(IssueTransitions.Go(issue, way, account, now, note, ApprovedWords.Of(issue)));
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>What came of an approval.</summary>
/// <param name="Faults">What is missing.</param>
/// <param name="IsStale">The issue has changed since the approver looked, or is no draft.</param>
/// <param name="IsOwn">Whoever wrote in it may not approve it here.</param>
public sealed record Approval(IReadOnlyList<IssueFault> Faults, bool IsStale = false, bool IsOwn = false)
{
    /// <summary>Findings that block and that nobody has waived.</summary>
    public IReadOnlyList<Finding> Blocking { get; init; } = [];

    /// <summary>It is approved now.</summary>
    public bool IsDone => Faults.Count == 0 && Blocking.Count == 0 && !IsStale && !IsOwn;

    /// <summary>All that is missing, in sentences.</summary>
    public IEnumerable<string> Say(string language) => Faults.Select(fault => fault.Say(language)).Concat(Blocking.Select(finding => finding.Say(language)));
}
