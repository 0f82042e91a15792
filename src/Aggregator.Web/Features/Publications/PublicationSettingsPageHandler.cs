using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Publications;

/// <summary><c>/publications/{id}/settings</c>: how a publication is called, sent, written and checked.</summary>
internal static class PublicationSettingsPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/publications", ListAsync).For(Contributor);
        app.MapGet("/publications/{id:guid}/settings", ShowAsync).For(Publisher);
        app.MapPost("/publications/{id:guid}/settings", SaveAsync).For(Publisher);
    }

    private static async Task<IResult> ListAsync(AggregatorDb db, CancellationToken stop) =>
        Page.Of<PublicationsPage>(("Publications", await db.Publications.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop)));

    private static async Task<IResult> ShowAsync(Guid id, bool? saved, AggregatorDb db, CancellationToken stop)
    {
        if (await db.Publications.AsNoTracking().FirstOrDefaultAsync(p => p.PublicId == id, stop) is not { } found) return Results.NotFound();
        var twin = await db.Publications.Where(p => p.Id == found.TwinId).Select(p => (Guid?)p.PublicId).FirstOrDefaultAsync(stop);
        return Page.Of<PublicationSettingsPage>(("View", await ViewAsync(db, found, PublicationForm.Of(found, twin), stop) with { Saved = saved == true }));
    }

    private static async Task<IResult> SaveAsync(Guid id, IFormCollection fields, AggregatorDb db, CancellationToken stop)
    {
        var form = PublicationForm.Of(fields);
        var (request, fault) = form.Read();
        var version = int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var found = await db.WriteAsync(
            async inner =>
            {
                var publication = await db.Publications.FirstOrDefaultAsync(p => p.PublicId == id, inner);
                if (publication is null || fault is not null) return publication;
                if (publication.Version != version)
                    fault = new("version", "Quelqu’un a changé ces réglages entre-temps. Les vôtres sont là : enregistrez de nouveau pour qu’ils l’emportent, ou rechargez la page.", "Somebody has changed these settings meanwhile. Yours are here: save again to let them win, or reload the page.");
                else if (request.Deputy is { } deputy && !await db.Users.AnyAsync(account => account.Id == deputy, inner)) fault = new("deputy", "Ce compte n’existe plus.", "This account is no more.");
                else
                {
                    await request.ApplyAsync(db, publication, inner);
                    publication.Version++;
                    await db.SaveChangesAsync(inner);
                }

                return publication;
            },
            stop);
        if (found is null) return Results.NotFound();
        return fault is null ? Results.LocalRedirect($"/publications/{id}/settings?saved=true")
            : Page.Of<PublicationSettingsPage>(StatusCodes.Status422UnprocessableEntity, ("View", await ViewAsync(db, found, form, stop) with { Fault = fault }));
    }

    private static async Task<PublicationSettingsView> ViewAsync(AggregatorDb db, Publication found, PublicationForm form, CancellationToken stop) => new(
        found, form, await db.Publications.AsNoTracking().Where(p => p.Id != found.Id).OrderBy(p => p.Title).ToListAsync(stop),
        await db.Users.OrderBy(account => account.Name).Select(account => new TeamMember(account.Id, account.Name)).ToListAsync(stop));
}

/// <summary>What the page of a publication's settings shows.</summary>
/// <param name="Others">Publications that could be its twin.</param>
/// <param name="Team">Accounts that could be its deputy.</param>
public sealed record PublicationSettingsView(Publication Publication, PublicationForm Form, IReadOnlyList<Publication> Others, IReadOnlyList<TeamMember> Team)
{
    /// <summary>The field that could not be taken.</summary>
    public FieldFault? Fault { get; init; }

    /// <summary>Whether the settings have just been saved.</summary>
    public bool Saved { get; init; }
}
