using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Features.Public;

/// <summary><c>/</c>, <c>/issues/{id}</c> and <c>/feed.atom</c>: what readers see. What was approved is what is shown.</summary>
internal static class ArchivePageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", ShowAllAsync).ForEveryone();
        app.MapGet("/issues/{id:guid}", ShowOneAsync).ForEveryone();
        app.MapGet("/feed.atom", FeedAsync).ForEveryone();
    }

    private static IQueryable<Issue> Published(AggregatorDb db) =>
        db.Issues.AsNoTracking().Include(issue => issue.Publication).Where(issue => IssueStates.Shown.Contains(issue.State));

    /// <summary>What archive and feed name.</summary>
    private static IQueryable<Issue> Listed(AggregatorDb db) => Published(db).Where(issue => issue.Publication.Visibility == Visibility.Public);

    private static async Task<IResult> ShowAllAsync(AggregatorDb db, CancellationToken stop)
    {
        var issues = await Listed(db).Include(issue => issue.Sections.OrderBy(section => section.Position))
            .OrderByDescending(issue => issue.DatedAt).ThenByDescending(issue => issue.Id).Take(100).ToListAsync(stop);
        var publication = issues.FirstOrDefault()?.Publication ?? await db.Publications.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(stop);
        return Page.Of<ArchivePage>(("Issues", issues), ("Publication", publication));
    }

    private static async Task<IResult> ShowOneAsync(Guid id, AggregatorDb db, HttpContext http, PictureLinks pictures, CancellationToken stop)
    {
        var issue = await Published(db).Include(found => found.Rendition).FirstOrDefaultAsync(found => found.PublicId == id, stop);
        if (issue?.Rendition is null) return TypedResults.NotFound();
        // Subscribers have it in their mail; on the web only the team reads what is not for all.
        if (issue.Publication.Visibility > Visibility.ByLink && http.User.Identity?.IsAuthenticated != true) return TypedResults.NotFound();
        var earlier = await Listed(db).Where(other => other.PublicationId == issue.PublicationId && other.Number < issue.Number)
            .OrderByDescending(other => other.Number).FirstOrDefaultAsync(stop);
        var body = new MarkupString(IssuePictures.Show(issue.Rendition.Page, pictures));
        return Page.Of<IssuePage>(("Issue", issue), ("Twin", await TwinAsync(db, issue, stop)), ("Body", body), ("Earlier", earlier));
    }

    /// <summary>The issue of the twin publication that is nearest in time, within a week.</summary>
    private static async Task<Issue?> TwinAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        if (issue.Publication.TwinId is not { } twin) return null;
        var (from, to) = (issue.DatedAt.AddDays(-7), issue.DatedAt.AddDays(7));
        var near = await Listed(db).Where(other => other.PublicationId == twin && other.DatedAt > from && other.DatedAt < to).ToListAsync(stop);
        return near.MinBy(other => (other.DatedAt - issue.DatedAt).Duration());
    }

    private static async Task<IResult> FeedAsync(AggregatorDb db, Settings settings, PictureLinks pictures, CancellationToken stop)
    {
        var issues = await Listed(db).Include(issue => issue.Rendition).OrderByDescending(issue => issue.DatedAt).Take(20).ToListAsync(stop);
        var publication = issues.FirstOrDefault()?.Publication;
        var entries = issues.Where(issue => issue.Rendition is not null).Select(issue => new FeedEntry(
            issue.PublicId, issue.Title, EditionReader.AddressOf(settings.PublicUrl, issue.PublicId), issue.ApprovedAt ?? issue.DatedAt, issue.Intro, IssuePictures.Show(issue.Rendition!.Page, pictures, settings.PublicUrl))).ToList();
        return Results.Text(
            IssueFeed.Write(publication?.Title ?? "Social Report", settings.PublicUrl + "/", settings.PublicUrl + "/feed.atom", publication?.Language ?? "en", entries),
            "application/atom+xml; charset=utf-8");
    }
}
