using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Publications;

/// <summary><c>/publications</c>.</summary>
internal static class PublicationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/publications", ListAsync)
            .For(Contributor, "Digest series.", Answer.List<PublicationAnswer>());
        api.MapGet("/publications/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == id, stop) is { } found ? await ShownAsync(db, found, http, stop) : Missing(id))
            .For(Contributor, "One publication.", Answer.Ok<PublicationAnswer>());
        api.MapPost("/publications", MakeAsync)
            .For(Publisher, "Makes a publication.", Answer.Created<PublicationAnswer>());
        api.MapPut("/publications/{id:guid}", ChangeAsync)
            .For(Publisher, "Changes a publication, whole.", Answer.Ok<PublicationAnswer>(), needsMatch: true);
    }

    internal static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no publication {id}.");

    private static async Task<Part<PublicationAnswer>> ListAsync(AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = Cursor.Take(await db.Publications.AsNoTracking().Where(p => p.Id > (after ?? 0)).OrderBy(p => p.Id).Take(size + 1).ToListAsync(stop), size, p => p.Id);
        var twins = rows.Items.Select(p => p.TwinId).OfType<int>().ToList();
        var ids = await db.Publications.Where(p => twins.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.PublicId, stop);
        return new([.. rows.Items.Select(p => PublicationAnswer.Of(p, p.TwinId is { } twin ? ids[twin] : null))], rows.Next);
    }

    private static async Task<IResult> MakeAsync(PublicationRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        var now = clock.GetUtcNow();
        var made = new Publication
        {
            PublicId = Guid.CreateVersion7(now), Title = "", Language = "", TimeZone = "", SenderName = "", SenderAddress = "", MadeAt = now,
        };
        await request.ApplyAsync(db, made, stop);
        db.Add(made);
        await db.SaveChangesAsync(stop);
        ETags.Put(http, made.Version);
        return Results.Created($"{ApiHost.Root}/publications/{made.PublicId}", await AnswerAsync(db, made, stop));
    }

    private static async Task<IResult> ChangeAsync(Guid id, PublicationRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var found = await db.Publications.FirstOrDefaultAsync(p => p.PublicId == id, stop);
        if (found is null) return Missing(id);
        if (ETags.Check(http, found.Version, await AnswerAsync(db, found, stop)) is { } stale) return stale;
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        await request.ApplyAsync(db, found, stop);
        found.Version++;
        await db.SaveChangesAsync(stop);
        return await ShownAsync(db, found, http, stop);
    }

    private static async Task<IResult> ShownAsync(AggregatorDb db, Publication publication, HttpContext http, CancellationToken stop)
    {
        ETags.Put(http, publication.Version);
        return Results.Ok(await AnswerAsync(db, publication, stop));
    }

    private static async Task<PublicationAnswer> AnswerAsync(AggregatorDb db, Publication publication, CancellationToken stop) => PublicationAnswer.Of(
        publication, publication.TwinId is null ? null : await db.Publications.Where(p => p.Id == publication.TwinId).Select(p => (Guid?)p.PublicId).FirstOrDefaultAsync(stop));
}
