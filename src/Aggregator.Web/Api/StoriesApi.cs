using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/stories</c>: the week's stories, ranked.</summary>
internal static class StoriesApi
{
    public static void MapStoriesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", async (AggregatorDb db, TimeProvider clock, string? language, int? limit, CancellationToken stop) =>
        {
            var week = clock.GetUtcNow().AddDays(-7);
            var stories = db.Stories.AsNoTracking().Where(story => story.LastAt >= week && (language == null || story.Language == language));
            return new Part<Stories.Story>(await stories.OrderByDescending(story => story.Outlets).ThenByDescending(story => story.LastAt)
                .Take(Cursor.Size(limit)).ToListAsync(stop));
        });
        api.MapGet("/stories/{id:int}", async (int id, AggregatorDb db, CancellationToken stop) =>
        {
            var story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, stop);
            if (story is null) return ApiProblem.NotFound($"There is no story {id}.");
            var members = await db.StoryMembers.Where(member => member.StoryId == id).OrderBy(member => member.Article.Time)
                .Select(member => new { member.Article.Id, member.Article.Title, member.Article.Url, member.Article.SourceId, member.Article.Time, IsCopy = member.Article.Copy != null })
                .ToListAsync(stop);
            return Results.Ok(new { story, members });
        });
    }
}
