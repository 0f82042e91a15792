using Aggregator.Curation.Checks;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>What is done about a finding: its repair is made, or somebody lets it pass. Inside a write.</summary>
public static class MendFinding
{
    /// <param name="issue">An open one, with its sections.</param>
    /// <param name="found">It has a repair.</param>
    public static Task RunAsync(AggregatorDb db, Issue issue, Finding found, Writing writing, CancellationToken stop) =>
        issue.Sections.Find(section => section.PublicId == found.Place.Section) is { } section
            ? EditorialWriting.SectionAsync(db, section, written => FindingRepair.Apply(written, found), writing, stop)
            : EditorialWriting.IssueAsync(db, issue, written => FindingRepair.Apply(written, found), writing, stop);

    /// <summary>Lets a finding pass; doing it again changes the reason.</summary>
    /// <param name="key">Its identity.</param>
    public static async Task LetPassAsync(AggregatorDb db, int issue, string key, string reason, int account, DateTimeOffset now, CancellationToken stop)
    {
        await db.Waivers.Where(waiver => waiver.IssueId == issue && waiver.Key == key).ExecuteDeleteAsync(stop);
        db.Add(new Waiver { IssueId = issue, Key = key, Reason = reason, AccountId = account, At = now });
        await db.SaveChangesAsync(stop);
    }
}
