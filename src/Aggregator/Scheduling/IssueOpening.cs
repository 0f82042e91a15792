using System.Globalization;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Scheduling;

/// <summary>
/// Opens a draft when a publication's rhythm says so: only for a series that is alive, whose last issue was begun some weeks ago at the
/// most, and only while nothing of it is being written.
/// </summary>
public sealed class IssueOpening(Func<AggregatorDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Alive = TimeSpan.FromDays(35);

    /// <returns>How many drafts were opened.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = databases();
        var (now, opened) = (clock.GetUtcNow(), 0);
        foreach (var id in await db.Publications.OrderBy(publication => publication.Id).Select(publication => publication.Id).ToListAsync(stop))
            opened += await db.WriteAsync(inner => OpenAsync(db, id, now, inner), stop);
        return opened;
    }

    private static async Task<int> OpenAsync(AggregatorDb db, int id, DateTimeOffset now, CancellationToken stop)
    {
        var series = await db.Publications.FirstAsync(publication => publication.Id == id, stop);
        var last = await db.Issues.Where(issue => issue.PublicationId == id).OrderByDescending(issue => issue.MadeAt).Select(issue => (DateTimeOffset?)issue.MadeAt).FirstOrDefaultAsync(stop);
        if (last is null || !TimeZoneInfo.TryFindSystemTimeZoneById(series.TimeZone, out var zone)) return 0;
        var opening = series.House.Rhythm.LastOpening(now, zone);
        if (last >= opening || now - last > Alive || await db.Issues.AnyAsync(issue => issue.PublicationId == id && IssueStates.Open.Contains(issue.State), stop)) return 0;
        await OpenIssue.RunAsync(db, series.PublicId, issue => issue.Title = TitleOf(series.Language, TimeZoneInfo.ConvertTime(opening, zone)), new(null, now), stop);
        return 1;
    }

    /// <summary>A working title: "La semaine du 23 novembre".</summary>
    private static string TitleOf(string language, DateTimeOffset day) => language == "fr"
        ? $"La semaine du {(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))} {day.ToString("MMMM", CultureInfo.GetCultureInfo("fr-FR"))}" : $"The week of {day.ToString("d MMMM", CultureInfo.GetCultureInfo("en-GB"))}";
}
