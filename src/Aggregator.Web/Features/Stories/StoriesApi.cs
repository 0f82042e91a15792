using System.Security.Claims;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Stories;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary><c>/stories</c>: the week's stories, ranked, and what editors do to them.</summary>
internal static class StoriesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", ListAsync)
            .For(Contributor, "The week's stories, ranked.", Answer.List<StoryAnswer>());
        api.MapGet("/stories/{id:int}", async (int id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id))
            .For(Contributor, "One story and its articles.", Answer.Ok<StoryState>());
        api.MapGet("/stories/{id:int}/tied", async (int id, AggregatorDb db, TimeProvider clock, CancellationToken stop) =>
            await db.Stories.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, stop) is { } story
                ? Results.Ok(new Part<TiedAnswer>([.. (await TiedStories.OfAsync(db, story, clock.GetUtcNow(), stop)).Select(TiedAnswer.Of)])) : Missing(id))
            .For(
                Contributor, "The stories in the other language that tell the same event, with what they share.",
                Answer.List<TiedAnswer>());
        api.MapPost("/stories/{id:int}:merge", MergeAsync)
            .For(Editor, "Puts another story's articles into this one.", Answer.Ok<MovedStory>(), needsMatch: true);
        api.MapPost("/stories/{id:int}:split", SplitAsync)
            .For(Editor, "Makes some of its articles, or one, a story of their own.", Answer.Ok<MovedStory>(), needsMatch: true);
        api.MapPost("/stories/{id:int}:pin", (int id, AggregatorDb db, MoveStories moves, HttpContext http, CancellationToken stop) =>
            ChangeAsync(id, db, http, () => moves.PinAsync(id, NameOf(http), stop), "", stop))
            .For(Editor, "Keeps a story on top of the desk.", Answer.Ok<MovedStory>(), needsMatch: true);
        api.MapPost("/stories/{id:int}:dismiss", (int id, AggregatorDb db, MoveStories moves, HttpContext http, CancellationToken stop) =>
            ChangeAsync(id, db, http, () => moves.DismissAsync(id, NameOf(http), stop), "", stop))
            .For(Editor, "Takes a story off the desk.", Answer.Ok<MovedStory>(), needsMatch: true);
        api.MapPost("/story-moves/{id:int}:undo", async (int id, MoveStories moves, CancellationToken stop) => await moves.UndoAsync(id, stop)
            ? Results.NoContent()
            : ApiProblem.Conflict($"There is no move {id} to undo: it is unknown, undone already, or a later move touched the same articles."))
            .For(Editor, "Puts everything back as it was before a move.", Answer.NoContent);
    }

    private static async Task<IResult> ListAsync(AggregatorDb db, TimeProvider clock, string? language, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var ranked = await RankedStories.OfWeekAsync(db, clock.GetUtcNow(), stories => stories.Where(story => language == null || story.Language == language), int.MaxValue, await DeskContexts.ReadAsync(db, stop), stop);
        // The rank moves with time: the story itself marks the place.
        var rest = after is null ? ranked : [.. ranked.SkipWhile(story => story.Story.Id != after).Skip(1)];
        return Results.Ok(Cursor.Take([.. rest.Take(size + 1).Select(StoryAnswer.Of)], size, story => story.Id));
    }

    private static Task<IResult> MergeAsync(int id, MergeRequest request, AggregatorDb db, MoveStories moves, HttpContext http, CancellationToken stop) =>
        ChangeAsync(id, db, http, () => moves.MergeAsync(id, request.Other, NameOf(http), stop), $"other: there is no other story {request.Other}.", stop);

    private static Task<IResult> SplitAsync(int id, SplitRequest request, AggregatorDb db, MoveStories moves, HttpContext http, CancellationToken stop) =>
        ChangeAsync(
            id, db, http, () => moves.SplitAsync(id, request.Articles, NameOf(http), stop), "articles: name at least one article of the story, and leave at least one.", stop);

    private static async Task<IResult> ChangeAsync(int id, AggregatorDb db, HttpContext http, Func<Task<StoryMove?>> change, string refusal, CancellationToken stop)
    {
        if (await FindAsync(db, id, stop) is not { } found) return Missing(id);
        if (ETags.Check(http, found.Tag, found) is { } stale) return stale;
        if (await change() is not { } move) return ApiProblem.Conflict(refusal);
        db.ChangeTracker.Clear();
        var now = (await FindAsync(db, id, stop))!;
        ETags.Put(http, now.Tag);
        return Results.Ok(new MovedStory(new(move.Id, move.Kind, move.At, move.By), now.Story, now.Members));
    }

    private static string? NameOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.GivenName) ?? http.User.Identity?.Name;

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no story {id}.");

    private static IResult Shown(StoryState found, HttpContext http)
    {
        ETags.Put(http, found.Tag);
        return Results.Ok(found);
    }

    private static async Task<StoryState?> FindAsync(AggregatorDb db, int id, CancellationToken stop)
    {
        var story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, stop);
        if (story is null) return null;
        var members = await db.StoryMembers.Where(member => member.StoryId == id).OrderBy(member => member.Article.Time)
            .Select(member => new StoryMemberAnswer(member.Article.Id, member.Article.Title, member.Article.Url, member.Article.SourceId, member.Article.Time, member.Article.Copy != null, member.IsFixed))
            .ToListAsync(stop);
        return new(story, members);
    }
}

/// <summary>A story and its articles; the ETag covers what an editor's move changes.</summary>
internal sealed record StoryState(Story Story, IReadOnlyList<StoryMemberAnswer> Members)
{
    internal string Tag => ETags.OfContent(new { Story.PinnedAt, Story.DismissedAt, Members = Members.Select(member => member.Id) });
}

/// <summary>A story after a move.</summary>
internal sealed record MovedStory(MoveAnswer Move, Story Story, IReadOnlyList<StoryMemberAnswer> Members);

/// <param name="Id">By which it can be undone.</param>
internal sealed record MoveAnswer(int Id, StoryMoveKind Kind, DateTimeOffset At, string? By);

/// <summary>A story in the other language that tells the same event.</summary>
internal sealed record TiedAnswer(int Id, string Headline, string? Language, int Outlets, DateTimeOffset FirstAt, double Strength, IReadOnlyList<string> Shared)
{
    public static TiedAnswer Of(TiedStory tied) => new(tied.Story.Id, tied.Story.Headline, tied.Story.Language, tied.Story.Outlets, tied.Story.FirstAt, tied.Strength, tied.Shared);
}

/// <summary>Which story comes in.</summary>
internal sealed record MergeRequest(int Other);

/// <summary>Which articles leave.</summary>
internal sealed record SplitRequest(IReadOnlyList<int> Articles);

/// <summary>An article of a story.</summary>
internal sealed record StoryMemberAnswer(int Id, string Title, string Url, int SourceId, DateTimeOffset Time, bool IsCopy, bool IsFixed);

/// <summary>A story in the ranked list.</summary>
internal sealed record StoryAnswer(
    int Id, string Headline, string? Lead, string? Language, double Score, int Articles, int Copies, int Outlets, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    bool IsPinned, IReadOnlyList<int> Sources, DateTimeOffset? ToldAt, int ArticlesSinceTold)
{
    public static StoryAnswer Of(RankedStory ranked) => new(
        ranked.Story.Id, ranked.Story.Headline, ranked.Story.Lead, ranked.Story.Language, ranked.Rank.Score, ranked.Story.Articles, ranked.Story.Copies, ranked.Story.Outlets,
        ranked.Story.FirstAt, ranked.Story.LastAt, ranked.Story.PinnedAt is not null, ranked.Sources, ranked.Rank.ToldAt, ranked.Rank.ArticlesSinceTold);
}
