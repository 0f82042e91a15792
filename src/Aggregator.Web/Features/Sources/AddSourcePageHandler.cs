using System.Security.Claims;
using Aggregator.Accounts;
using Aggregator.Intake;
using Aggregator.Reading.Urls;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary>
/// <c>/sources/add</c>: paste any address, see what can be followed there, follow it with one click. Who may look and who may follow is what
/// the API says of <c>:discover</c> and of adding a source.
/// </summary>
internal static class AddSourcePageHandler
{
    private const int LongestName = 200, MostTopics = 50, LongestTopic = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sources/add", LookAsync).For(Contributor);
        app.MapPost("/sources/add", FollowAsync).For(Administrator);
    }

    private static async Task<IResult> LookAsync(string? address, DiscoverFeeds discover, AggregatorDb db, Visit visit, ClaimsPrincipal who, CancellationToken stop)
    {
        var mayFollow = AccountClaims.RoleOf(who) >= AccountRole.Administrator;
        if (string.IsNullOrWhiteSpace(address)) return Shown(new(null, null, [], mayFollow));
        if (AccountClaims.RoleOf(who) < AccountRole.Editor)
            return Refused(StatusCodes.Status403Forbidden, visit.Say("Seule la rédaction peut chercher de nouvelles sources : demandez à un éditeur.", "Only editors may look for new sources: ask one of them."), visit);
        var found = await discover.RunAsync(address, stop);
        var sources = await DiscoveryApi.KnownAsync(db, found.Feeds, stop);
        var problem = found.Problem is { } fault ? DiscoveryWords.Say(fault, visit.Language) : null;
        return Shown(new(address.Trim(), problem, [.. found.Feeds.Select(feed => new FoundRow(feed, sources.GetValueOrDefault(UrlKey.Of(feed.Url))))], mayFollow));
    }

    private static async Task<IResult> FollowAsync(
        [FromForm] string? url, [FromForm] string? name, [FromForm] string? topics, [FromForm] string? language, [FromForm] string? kind,
        SourceAdding adding, AggregatorDb db, TimeProvider clock, Visit visit, ClaimsPrincipal who, CancellationToken stop)
    {
        if (AccountClaims.RoleOf(who) < AccountRole.Administrator)
            return Refused(StatusCodes.Status403Forbidden, visit.Say("Seule l’administration peut suivre une nouvelle source : envoyez-lui l’adresse.", "Only administrators may follow a new source: send one of them the address."), visit);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address is not { Scheme: "http" or "https", UserInfo.Length: 0 } || url.Length > 2_000)
            return Refused(StatusCodes.Status422UnprocessableEntity, visit.Say("Ce n’est pas une adresse http ou https.", "This is no http or https address."), visit);
        if (name?.Length > LongestName)
            return Refused(StatusCodes.Status422UnprocessableEntity, visit.Say("Donnez un nom de 200 caractères au plus.", "Give a name of 200 characters at the most."), visit);
        // What is no feed is followed as the page it is; anything else tells itself.
        var asPage = kind == "page";
        var entry = new SourceEntry(
            url, string.IsNullOrWhiteSpace(name) ? address.Host : name.Trim(), LanguageTag.Normalize(language), TopicsOf(topics), asPage ? "page" : "auto", Weight: 1, Interval: null, Line: 1);
        var isNew = (await adding.RunAsync([entry], isDryRun: false, stop)).Added.Count > 0;
        var id = await FollowAgainAsync(db, UrlKey.Of(url), asPage ? SourceKind.Page : SourceKind.Auto, clock.GetUtcNow(), stop);
        return Results.LocalRedirect($"/sources?{(isNew ? "added" : "known")}={id}");
    }

    /// <summary>A retired source is followed again, as what it was chosen for now, which an editor has decided now: feeds.json does not undo it.</summary>
    private static Task<int> FollowAgainAsync(AggregatorDb db, string key, SourceKind kind, DateTimeOffset now, CancellationToken stop) => db.WriteAsync(
        async inner =>
        {
            // Also by an address that it has moved away from.
            var source = KnownKeys.Of(await KnownKeys.ReadAsync(db.Sources.Include(source => source.Poll), [key], inner), source => source)[key];
            if (source.RetiredAt is null) return source.Id;
            source.RetiredAt = null;
            source.EditedFields |= SourceFields.Retired;
            source.Poll.DueAt = now;
            if (source.Kind != kind)
            {
                source.Kind = kind;
                source.EditedFields |= SourceFields.Kind;
                source.Poll.ReadAnew(now);
            }

            await db.SaveChangesAsync(inner);
            return source.Id;
        },
        stop);

    private static List<string> TopicsOf(string? topics) =>
        [.. (topics ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(topic => topic.Length <= LongestTopic)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTopics)];

    private static IResult Shown(FoundView view) => Page.Of<AddSourcePage>(
        view.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, ("View", view));

    private static IResult Refused(int status, string reason, Visit visit) => Page.Of<RefusalPage>(
        status, ("Reason", reason), ("Back", "/sources"), ("BackWords", visit.Say("Revenir aux sources", "Back to the sources")));
}

/// <summary>What was found at an address.</summary>
/// <param name="Address">As it was pasted; null before anything was.</param>
/// <param name="Problem">Why there is nothing to follow.</param>
/// <param name="MayFollow">Whether this account may add sources.</param>
public sealed record FoundView(string? Address, string? Problem, IReadOnlyList<FoundRow> Feeds, bool MayFollow);

/// <summary>A feed that was found, and the source that has its address, if there is one.</summary>
public sealed record FoundRow(FoundFeed Feed, Source? Source)
{
    public bool IsFollowed => Source is { RetiredAt: null };
}
