using Aggregator.Curation.Candidates;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/desk</c> and the like: tags, notes, stars, embargo, and what somebody has seen.</summary>
internal static class ArticleDeskApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/articles/{id:int}/desk", OneAsync)
            .For(Contributor, "Tags, notes, stars and embargo of an article.", Answer.Ok<DeskAnswer>());
        api.MapPut("/articles/{id:int}/desk", ChangeAsync)
            .For(
                Contributor, "Changes what the team shares about an article: tags, star, embargo.",
                Answer.Ok<DeskAnswer>(), needsMatch: true);
        api.MapPut("/articles/{id:int}/star", (int id, AggregatorDb db, HttpContext http, CancellationToken stop) => GlanceAsync(id, glance => glance.IsStarred = true, db, http, stop))
            .For(Contributor, "Gives an article one's own star.", Answer.NoContent);
        api.MapDelete("/articles/{id:int}/star", (int id, AggregatorDb db, HttpContext http, CancellationToken stop) => GlanceAsync(id, glance => glance.IsStarred = false, db, http, stop))
            .For(Contributor, "Takes one's own star away.", Answer.NoContent);
        api.MapPut("/articles/{id:int}/seen", (int id, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop) => GlanceAsync(id, glance => glance.SeenAt ??= clock.GetUtcNow(), db, http, stop))
            .For(Contributor, "Says that one has seen an article.", Answer.NoContent);
        api.MapPost("/articles/{id:int}/notes", NoteAsync)
            .For(Contributor, "Writes a note on an article.", Answer.Created<NoteAnswer>());
        api.MapDelete("/articles/{id:int}/notes/{note:int}", DropAsync)
            .For(Contributor, "Takes one's own note away.", Answer.NoContent);
    }

    private static IResult Missing(int id) => ApiProblem.NotFound($"There is no article {id}.");

    private static async Task<IResult> OneAsync(int id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        var answer = await AnswerAsync(db, id, Caller.IdOf(http), stop);
        ETags.Put(http, ETags.OfContent(answer.Editable));
        return Results.Ok(answer);
    }

    private static async Task<IResult> ChangeAsync(int id, DeskRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        var now = await AnswerAsync(db, id, Caller.IdOf(http), stop);
        if (ETags.Check(http, ETags.OfContent(now.Editable), now) is { } stale) return stale;
        var tags = (request.Tags ?? []).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (tags.Count > 30 || tags.Exists(tag => string.IsNullOrWhiteSpace(tag) || tag.Length > 50)) return ApiProblem.Field("tags", "Give at most 30 tags of 1 to 50 characters.");
        var desk = await db.ArticleDesks.FirstOrDefaultAsync(row => row.ArticleId == id, stop);
        if (desk is null) db.Add(desk = new() { ArticleId = id });
        (desk.Tags, desk.IsStarred, desk.EmbargoUntil) = (tags, request.IsStarred ?? false, request.EmbargoUntil?.ToUniversalTime());
        await db.SaveChangesAsync(stop);
        var after = await AnswerAsync(db, id, Caller.IdOf(http), stop);
        ETags.Put(http, ETags.OfContent(after.Editable));
        return Results.Ok(after);
    }

    /// <summary>One's own star, one's own sight: whoever writes them last is oneself, so no If-Match.</summary>
    private static async Task<IResult> GlanceAsync(int id, Action<ArticleGlance> change, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        await LookAsync(db, id, Caller.IdOf(http), change, stop);
        return Results.NoContent();
    }

    internal static async Task LookAsync(AggregatorDb db, int article, int account, Action<ArticleGlance> change, CancellationToken stop)
    {
        var glance = await db.ArticleGlances.FirstOrDefaultAsync(row => row.ArticleId == article && row.AccountId == account, stop);
        if (glance is null) db.Add(glance = new() { ArticleId = article, AccountId = account });
        change(glance);
        await db.SaveChangesAsync(stop);
    }

    private static async Task<IResult> NoteAsync(int id, NoteRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Missing(id);
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > 5000) return ApiProblem.Field("text", "A note has 1 to 5,000 characters.");
        var note = new ArticleNote { ArticleId = id, AccountId = Caller.IdOf(http), At = clock.GetUtcNow(), Text = request.Text };
        db.Add(note);
        await db.SaveChangesAsync(stop);
        return Results.Created($"{ApiHost.Root}/articles/{id}/desk", new NoteAnswer(note.Id, note.AccountId, note.At, note.Text));
    }

    /// <summary>One's own notes only.</summary>
    private static async Task<IResult> DropAsync(int id, int note, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        await db.ArticleNotes.Where(row => row.Id == note && row.ArticleId == id && row.AccountId == Caller.IdOf(http)).ExecuteDeleteAsync(stop) == 1 ? Results.NoContent()
        : ApiProblem.NotFound($"You have no note {note} on article {id}.");

    private static async Task<DeskAnswer> AnswerAsync(AggregatorDb db, int id, int account, CancellationToken stop)
    {
        var desk = await db.ArticleDesks.AsNoTracking().FirstOrDefaultAsync(row => row.ArticleId == id, stop);
        var glance = await db.ArticleGlances.AsNoTracking().FirstOrDefaultAsync(row => row.ArticleId == id && row.AccountId == account, stop);
        var notes = await db.ArticleNotes.AsNoTracking().Where(row => row.ArticleId == id).OrderBy(row => row.Id).Select(row => new NoteAnswer(row.Id, row.AccountId, row.At, row.Text)).ToListAsync(stop);
        return new(desk?.Tags ?? [], desk?.IsStarred ?? false, desk?.EmbargoUntil, glance?.IsStarred ?? false, glance?.SeenAt, notes);
    }
}

/// <param name="IsStarred">The team's star.</param>
/// <param name="IsMine">One's own star.</param>
/// <param name="SeenAt">When one opened it first.</param>
internal sealed record DeskAnswer(IReadOnlyList<string> Tags, bool IsStarred, DateTimeOffset? EmbargoUntil, bool IsMine, DateTimeOffset? SeenAt, IReadOnlyList<NoteAnswer> Notes)
{
    /// <summary>What its ETag covers.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public object Editable => new { Tags, IsStarred, EmbargoUntil };
}

internal sealed record NoteAnswer(int Id, int Account, DateTimeOffset At, string Text);

internal sealed record DeskRequest(List<string>? Tags, bool? IsStarred, DateTimeOffset? EmbargoUntil);

internal sealed record NoteRequest(string? Text);
