using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>Begins an issue: the next number of its publication, and for an ordinary one the sections of the template and its slot.</summary>
public static class OpenIssue
{
    /// <param name="publication">Public id of the publication.</param>
    /// <param name="fill">Its title and whatever else is known.</param>
    public static Task<Edited> RunAsync(AggregatorDb db, Guid publication, Action<Issue> fill, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await db.Publications.FirstOrDefaultAsync(series => series.PublicId == publication, inner) is not { } series) return new(EditOutcome.Missing);
            var last = await db.Issues.Where(issue => issue.PublicationId == series.Id).MaxAsync(issue => (int?)issue.Number, inner) ?? 0;
            var issue = new Issue { PublicId = Guid.CreateVersion7(writing.At), Publication = series, Number = last + 1, Title = "", DatedAt = writing.At, MadeAt = writing.At };
            fill(issue);
            if (IssueRules.Problem(IssueSnapshot.Of(issue)) is { } fault) return new(EditOutcome.Refused) { Fault = fault };
            db.Add(issue);
            await db.SaveChangesAsync(inner);
            await EditorialWriting.IssueAsync(db, issue, _ => issue.Version = 0, writing, inner);
            if (issue.Kind == IssueKind.Special) return new(EditOutcome.Saved, issue);
            if (TimeZoneInfo.TryFindSystemTimeZoneById(series.TimeZone, out var zone)) issue.Slot = series.House.Rhythm.NextDue(writing.At, zone);
            foreach (var part in series.House.Template)
                await EditorialWriting.AddAsync(db, issue, new() { PublicId = Guid.CreateVersion7(writing.At), Title = part.Title, Kind = part.Kind }, writing, inner);
            await db.SaveChangesAsync(inner);
            return new(EditOutcome.Saved, issue);
        },
        stop);
}
