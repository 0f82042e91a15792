using System.Globalization;
using Aggregator.Curation.Candidates;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Articles;

/// <summary><c>/articles/{id}/desk</c> and the like: tags, stars, embargo and notes, beside the article one reads.</summary>
internal static class ReaderDeskFormsHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var article = app.MapGroup("/articles/{id:int}");
        article.MapPost("/desk", SaveAsync).For(Contributor);
        article.MapPost("/star", StarAsync).For(Contributor);
        article.MapPost("/notes", NoteAsync).For(Contributor);
        article.MapPost("/notes/drop", DropAsync).For(Contributor);
    }

    /// <summary>What the team and the reader have said about an article. Notes that it was opened.</summary>
    public static async Task<ReaderDeskView> OpenAsync(AggregatorDb db, int id, Visit visit, DateTimeOffset now, CancellationToken stop)
    {
        var me = visit.AccountId ?? 0;
        var glance = await db.ArticleGlances.AsNoTracking().FirstOrDefaultAsync(row => row.ArticleId == id && row.AccountId == me, stop);
        if (glance?.SeenAt is null && me > 0) await ArticleDeskApi.LookAsync(db, id, me, row => row.SeenAt ??= now, stop);
        var desk = await db.ArticleDesks.AsNoTracking().FirstOrDefaultAsync(row => row.ArticleId == id, stop);
        var notes = await (from note in db.ArticleNotes
                           join account in db.Users on note.AccountId equals account.Id
                           where note.ArticleId == id
                           orderby note.Id
                           select new ReaderNote(note.Id, account.Name, account.Id == me, note.At, note.Text)).ToListAsync(stop);
        return new(id, desk?.Tags ?? [], desk?.IsStarred ?? false, desk?.EmbargoUntil, glance?.IsStarred ?? false, notes);
    }

    private static async Task<IResult> SaveAsync(int id, [FromForm] string? tags, [FromForm] string? star, [FromForm] string? embargo, AggregatorDb db, Visit visit, CancellationToken stop)
    {
        var given = (tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (given.Count > 30 || given.Exists(tag => tag.Length > 50)) return Refused(id, visit, visit.Say("Donnez au plus 30 étiquettes de 1 à 50 caractères.", "Give at most 30 tags of 1 to 50 characters."));
        var until = WallClock.Read(embargo, visit.Zone);
        if (until is null && !string.IsNullOrWhiteSpace(embargo)) return Refused(id, visit, WallTimeWords.Unreadable(visit.Say("Embargo jusqu’au", "Embargo until"), visit));
        var isThere = await db.WriteAsync(
            async inner =>
            {
                if (!await db.Articles.AnyAsync(article => article.Id == id, inner)) return false;
                var desk = await db.ArticleDesks.FirstOrDefaultAsync(row => row.ArticleId == id, inner);
                if (desk is null) db.Add(desk = new() { ArticleId = id });
                (desk.Tags, desk.IsStarred, desk.EmbargoUntil) = (given, star == "on", until?.At);
                await db.SaveChangesAsync(inner);
                return true;
            },
            stop);
        if (!isThere) return Results.NotFound();
        // The reader says it once more when the clock shows that hour never or twice.
        return until is { Fit: not WallTimeFit.Plain } ? Back(id, $"?embargo={Uri.EscapeDataString(embargo!)}") : Back(id);
    }

    private static async Task<IResult> StarAsync(int id, [FromForm] bool on, AggregatorDb db, Visit visit, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Results.NotFound();
        await ArticleDeskApi.LookAsync(db, id, visit.AccountId!.Value, glance => glance.IsStarred = on, stop);
        return Back(id);
    }

    private static async Task<IResult> NoteAsync(int id, [FromForm] string? text, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        if (!await db.Articles.AnyAsync(article => article.Id == id, stop)) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(text) || text.Length > 5000) return Refused(id, visit, visit.Say("Une note compte 1 à 5 000 caractères.", "A note has 1 to 5,000 characters."));
        db.Add(new ArticleNote { ArticleId = id, AccountId = visit.AccountId!.Value, At = clock.GetUtcNow(), Text = text.Lines().Trim() });
        await db.SaveChangesAsync(stop);
        return Back(id);
    }

    private static async Task<IResult> DropAsync(int id, [FromForm] int note, AggregatorDb db, Visit visit, CancellationToken stop)
    {
        await db.WriteAsync(inner => db.ArticleNotes.Where(row => row.Id == note && row.ArticleId == id && row.AccountId == visit.AccountId).ExecuteDeleteAsync(inner), stop);
        return Back(id);
    }

    private static IResult Back(int id, string query = "") => Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/articles/{id}{query}#desk"));

    private static IResult Refused(int id, Visit visit, string reason) => Page.Of<RefusalPage>(
        StatusCodes.Status422UnprocessableEntity, ("Reason", reason), ("Back", string.Create(CultureInfo.InvariantCulture, $"/articles/{id}#desk")), ("BackWords", visit.Say("Revenir à l’article", "Back to the article")));
}

/// <summary>What was said about an article.</summary>
/// <param name="IsStarred">The team's star.</param>
/// <param name="IsMine">One's own star.</param>
public sealed record ReaderDeskView(int ArticleId, IReadOnlyList<string> Tags, bool IsStarred, DateTimeOffset? EmbargoUntil, bool IsMine, IReadOnlyList<ReaderNote> Notes);

/// <summary>A note, and whether who looks wrote it.</summary>
public sealed record ReaderNote(int Id, string Who, bool IsMine, DateTimeOffset At, string Text);
