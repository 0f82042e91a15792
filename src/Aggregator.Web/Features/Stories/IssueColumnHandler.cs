using Aggregator.Curation;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary><c>POST /desk/pad</c>: puts the articles of a story aside for a section.</summary>
internal static class IssueColumnHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/pad", PutAsideAsync).For(Contributor);

    /// <param name="one">The story of the button that was pressed in its own row.</param>
    /// <param name="story">The story that is selected.</param>
    /// <param name="section">The section of the button that was pressed in the issue.</param>
    /// <param name="target">The section that gets what is added from a row.</param>
    private static async Task<IResult> PutAsideAsync(
        [FromForm] string? one, [FromForm] string? story, [FromForm] string? section, [FromForm] string? target, [FromForm] string? back,
        AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var (which, where) = (one.AsNumber() ?? story.AsNumber(), section.AsGuid() ?? target.AsGuid());
        if (which is null || where is null)
            return Refused(visit.Say("Choisissez une histoire et une section.", "Choose a story and a section."));
        var added = await db.WriteAsync(inner => AddAsync(db, which.Value, where.Value, clock.GetUtcNow(), inner), stop);
        return added switch
        {
            null => Results.NotFound(),
            false => Page.Of<RefusalPage>(StatusCodes.Status409Conflict, ("Reason", visit.Say("Ce numéro est approuvé : il ne change plus.", "This issue is approved: it does not change any more."))),
            _ => Results.LocalRedirect(Back(LocalPath.Of(back, "/desk"), which.Value, where.Value)),
        };
    }

    /// <returns>Null when there is no such story or section, false when the issue is no draft.</returns>
    private static async Task<bool?> AddAsync(AggregatorDb db, int story, Guid where, DateTimeOffset now, CancellationToken stop)
    {
        var section = await db.Sections.Include(s => s.Pad).FirstOrDefaultAsync(s => s.PublicId == where, stop);
        var articles = await db.StoryMembers.Where(member => member.StoryId == story && member.Article.Copy == null)
            .OrderBy(member => member.Article.Time).Select(member => member.ArticleId).ToListAsync(stop);
        if (section is null || articles.Count == 0) return null;
        if (!await db.Issues.AnyAsync(issue => issue.Id == section.IssueId && IssueStates.Open.Contains(issue.State), stop)) return false;
        section.Pad.AddRange(articles.Except(section.Pad.Select(item => item.ArticleId)).Select(id => new PadItem { ArticleId = id, AddedAt = now }));
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static string Back(string back, int story, Guid section)
    {
        var (path, query) = back.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (back[..at], back[(at + 1)..]) : (back, "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith("target=", StringComparison.Ordinal) && !pair.StartsWith("added=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', [.. kept, $"target={section}", $"added={story}"])}#story-{story}";
    }

    private static IResult Refused(string reason) => Page.Of<RefusalPage>(StatusCodes.Status422UnprocessableEntity, ("Reason", reason));
}
