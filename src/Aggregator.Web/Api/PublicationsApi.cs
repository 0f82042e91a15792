using Aggregator.Curation;
using Aggregator.Sending;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/publications</c>.</summary>
internal static class PublicationsApi
{
    public static void MapPublicationsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/publications", ListAsync);
        api.MapGet("/publications/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == id, stop) is { } found ? Shown(found, http) : Missing(id));
        api.MapPost("/publications", MakeAsync);
        api.MapPut("/publications/{id:guid}", ChangeAsync);
    }

    internal static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no publication {id}.");

    private static async Task<Part<PublicationAnswer>> ListAsync(AggregatorDb db, int? after, int? limit, CancellationToken stop)
    {
        var size = Cursor.Size(limit);
        var rows = Cursor.Take(await db.Publications.AsNoTracking().Where(p => p.Id > (after ?? 0)).OrderBy(p => p.Id).Take(size + 1).ToListAsync(stop), size, p => p.Id);
        return new([.. rows.Items.Select(PublicationAnswer.Of)], rows.Next);
    }

    private static async Task<IResult> MakeAsync(PublicationRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        if (request.Problem() is { } problem) return problem;
        var now = clock.GetUtcNow();
        var made = new Publication
        {
            PublicId = Guid.CreateVersion7(now), Title = "", Language = "", TimeZone = "", SenderName = "", SenderAddress = "", MadeAt = now,
        };
        request.Apply(made);
        db.Add(made);
        await db.SaveChangesAsync(stop);
        ETags.Put(http, made.Version);
        return Results.Created($"{ApiServices.Root}/publications/{made.PublicId}", PublicationAnswer.Of(made));
    }

    private static async Task<IResult> ChangeAsync(Guid id, PublicationRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var found = await db.Publications.FirstOrDefaultAsync(p => p.PublicId == id, stop);
        if (found is null) return Missing(id);
        if (ETags.Check(http, found.Version, PublicationAnswer.Of(found)) is { } stale) return stale;
        if (request.Problem() is { } problem) return problem;
        request.Apply(found);
        found.Version++;
        await db.SaveChangesAsync(stop);
        return Shown(found, http);
    }

    private static IResult Shown(Publication publication, HttpContext http)
    {
        ETags.Put(http, publication.Version);
        return Results.Ok(PublicationAnswer.Of(publication));
    }
}

/// <summary>A publication as the API shows it.</summary>
internal sealed record PublicationAnswer(Guid Id, string Title, string? Description, string Language, string TimeZone, string SenderName, string SenderAddress)
{
    public static PublicationAnswer Of(Publication p) => new(p.PublicId, p.Title, p.Description, p.Language, p.TimeZone, p.SenderName, p.SenderAddress);
}

/// <summary>A publication as it is made or changed, whole.</summary>
internal sealed record PublicationRequest(string? Title, string? Description, string? Language, string? TimeZone, string? SenderName, string? SenderAddress)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Title) || Title.Length > 200 ? ApiProblem.Field("title", "Give a title of 1 to 200 characters.")
        : Description?.Length > 1000 ? ApiProblem.Field("description", "A description has 1,000 characters at the most.")
        : Language is not ("fr" or "en") ? ApiProblem.Field("language", "Write fr or en.")
        : TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? ApiProblem.Field("timeZone", "Give an IANA time zone such as Europe/Paris.")
        : string.IsNullOrWhiteSpace(SenderName) || SenderName.Length > 200 ? ApiProblem.Field("senderName", "Say who the mail comes from, in 1 to 200 characters.")
        : !MailAddressSyntax.TryParse(SenderAddress, out _) ? ApiProblem.Field("senderAddress", "Give the e-mail address the mail comes from.")
        : null;

    public void Apply(Publication publication)
    {
        publication.Title = Title!.Trim();
        publication.Description = Description?.Trim();
        publication.Language = Language!;
        publication.TimeZone = TimeZone!;
        publication.SenderName = SenderName!.Trim();
        publication.SenderAddress = MailAddressSyntax.TryParse(SenderAddress, out var address) ? address : SenderAddress!;
    }
}
