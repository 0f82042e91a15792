using Aggregator.Storage;
using Aggregator.Stories;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/stories</c>: the week's stories, ranked.</summary>
internal static class StoriesApi
{
    public static void MapStoriesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", ListAsync);
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
    private static async Task<IResult> ListAsync(AggregatorDb db, TimeProvider clock, string? language, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var ranked = await RankedStories.OfWeekAsync(db, clock.GetUtcNow(), stories => stories.Where(story => language == null || story.Language == language), int.MaxValue, stop);
        // The rank moves with time: the story itself marks the place.
        var rest = after is null ? ranked : [.. ranked.SkipWhile(story => story.Story.Id != after).Skip(1)];
        return Results.Ok(Cursor.Take([.. rest.Take(size + 1).Select(StoryAnswer.Of)], size, story => story.Id));
    }
}

/// <summary>A story in the ranked list.</summary>
internal sealed record StoryAnswer(
    int Id, string Headline, string? Lead, string? Language, double Score, int Articles, int Copies, int Outlets, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<int> Sources)
{
    public static StoryAnswer Of(RankedStory ranked) => new(
        ranked.Story.Id, ranked.Story.Headline, ranked.Story.Lead, ranked.Story.Language, ranked.Rank.Score, ranked.Story.Articles, ranked.Story.Copies, ranked.Story.Outlets,
        ranked.Story.FirstAt, ranked.Story.LastAt, ranked.Sources);
}
