using Aggregator.Curation.Checks;
using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
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
    /// <returns>What blocks it; nothing when it is approved now.</returns>
    public Task<Approval> RunAsync(int issueId, int version, string publicUrl, int? account, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var issue = await IssueReading.FindAsync(db, issueId, inner);
            if (issue.Version != version || !IssueStates.IsOpen(issue.State)) return new Approval([], IsStale: true);
            if (issue.Publication.House.FourEyes && await db.Revisions.AnyAsync(revision => revision.IssueId == issueId && revision.AccountId == account, inner)) return new Approval([], IsOwn: true);
            var now = clock.GetUtcNow();
            var frozen = FrozenEdition.Of(await EditionReader.ReadAsync(db, issue, publicUrl, inner));
            var findings = IssueReview.Of(await ReviewReader.ReadAsync(db, issue, frozen.Html, now, inner));
            if (findings.Any(finding => finding.Blocks)) return new Approval([.. findings.Where(finding => finding.Blocks)]);
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
/// <param name="Blocking">Findings that block and that nobody has let pass: those of the page of checks.</param>
/// <param name="IsStale">The issue has changed since the approver looked, or is no draft.</param>
/// <param name="IsOwn">Whoever wrote in it may not approve it here.</param>
public sealed record Approval(IReadOnlyList<Finding> Blocking, bool IsStale = false, bool IsOwn = false)
{
    /// <summary>It is approved now.</summary>
    public bool IsDone => Blocking.Count == 0 && !IsStale && !IsOwn;

    /// <summary>All that blocks, in sentences.</summary>
    public IEnumerable<string> Say(string language) => Blocking.Select(finding => finding.Say(language));
}
