using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>Begins an issue: the next number of its publication, and for an ordinary one the sections of the template and its slot. Inside a write.</summary>
public static class OpenIssue
{
    /// <param name="series">The publication, tracked.</param>
    /// <param name="fill">Its title and whatever else is known.</param>
    public static async Task<Issue> RunAsync(AggregatorDb db, Publication series, Action<Issue> fill, Writing writing, CancellationToken stop)
    {
        var last = await db.Issues.Where(issue => issue.PublicationId == series.Id).MaxAsync(issue => (int?)issue.Number, stop) ?? 0;
        var issue = new Issue { PublicId = Guid.CreateVersion7(writing.At), Publication = series, Number = last + 1, Title = "", DatedAt = writing.At, MadeAt = writing.At };
        fill(issue);
        db.Add(issue);
        await db.SaveChangesAsync(stop);
        await EditorialWriting.IssueAsync(db, issue, _ => issue.Version = 0, writing, stop);
        if (issue.Kind == IssueKind.Special) return issue;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(series.TimeZone, out var zone)) issue.Slot = series.House.Rhythm.NextDue(writing.At, zone);
        foreach (var part in series.House.Template)
            await EditorialWriting.AddAsync(db, issue, new() { PublicId = Guid.CreateVersion7(writing.At), Title = part.Title, Kind = part.Kind }, writing, stop);
        await db.SaveChangesAsync(stop);
        return issue;
    }
}
