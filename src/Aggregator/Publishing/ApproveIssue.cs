using Aggregator.Curation;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Publishing;

/// <summary>Approves an issue: checks it and freezes what will be sent and shown. All of it happens or nothing.</summary>
public sealed class ApproveIssue(AggregatorDb db, TimeProvider clock)
{
    /// <param name="issueId">A draft.</param>
    /// <param name="version">The version the approver has seen.</param>
    /// <param name="publicUrl">What addresses of the archive begin with.</param>
    /// <returns>What is missing; empty when it is approved now.</returns>
    public Task<Approval> RunAsync(int issueId, int version, string publicUrl, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            var issue = await db.Issues.Include(i => i.Publication).Include(i => i.Sections).FirstAsync(i => i.Id == issueId, inner);
            if (issue.Version != version || issue.State != IssueState.Draft) return new Approval([], IsStale: true);
            var faults = IssueChecks.Of(issue);
            if (faults.Count > 0) return new Approval(faults);
            var now = clock.GetUtcNow();
            var frozen = FrozenEdition.Of((await EditionReader.ReadAsync(db, issueId, publicUrl, inner))!);
            issue.Rendition = new() { Subject = frozen.Subject, Html = frozen.Html, Text = frozen.Text, Page = frozen.Page, Hash = frozen.Hash, MadeAt = now };
            issue.State = IssueState.Approved;
            issue.ApprovedAt = now;
            issue.Version++;
            await db.SaveChangesAsync(inner);
            return new Approval([]);
        },
        stop);
}

/// <summary>What came of an approval.</summary>
/// <param name="Faults">What is missing.</param>
/// <param name="IsStale">The issue has changed since the approver looked, or is no draft.</param>
public sealed record Approval(IReadOnlyList<IssueFault> Faults, bool IsStale = false);
