using System.Globalization;
using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Features.Publications;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources/{id}/rights</c>: what may be done with a source's articles; and what of them was cited, for the rights society.</summary>
internal static class RightsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sources/{id:int}/rights", OneAsync)
            .For(Contributor, "What may be done with a source's articles.", Answer.Ok<RightsRequest>());
        api.MapPut("/sources/{id:int}/rights", ChangeAsync)
            .For(Publisher, "Changes a source's rights card, whole.", Answer.Ok<RightsRequest>(), needsMatch: true);
        api.MapGet("/publications/{publication:guid}/citations.csv", CitedAsync)
            .For(Publisher, "What approved issues cited, as CSV for the rights society.", Answer.Text("text/csv"));
    }

    private static async Task<IResult> OneAsync(int id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!await db.Sources.AnyAsync(source => source.Id == id, stop)) return ApiProblem.NotFound($"There is no source {id}.");
        var answer = RightsRequest.Of(await db.RightsCards.AsNoTracking().FirstOrDefaultAsync(card => card.SourceId == id, stop));
        ETags.Put(http, ETags.OfContent(answer));
        return Results.Ok(answer);
    }

    private static async Task<IResult> ChangeAsync(int id, RightsRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        if (!await db.Sources.AnyAsync(source => source.Id == id, stop)) return ApiProblem.NotFound($"There is no source {id}.");
        var card = await db.RightsCards.FirstOrDefaultAsync(row => row.SourceId == id, stop);
        var now = RightsRequest.Of(card);
        if (ETags.Check(http, ETags.OfContent(now), now) is { } stale) return stale;
        if (request.Problem() is { } problem) return problem;
        if (card is null) db.Add(card = new() { SourceId = id });
        request.Apply(card);
        await db.SaveChangesAsync(stop);
        ETags.Put(http, ETags.OfContent(RightsRequest.Of(card)));
        return Results.Ok(RightsRequest.Of(card));
    }

    /// <summary>A row for each article that an approved issue cites: outlet, article, issue, and how many it was mailed to.</summary>
    private static async Task<IResult> CitedAsync(Guid publication, AggregatorDb db, CancellationToken stop)
    {
        var issues = await db.Issues.AsNoTracking().Include(issue => issue.Sections).Where(issue => issue.Publication.PublicId == publication && IssueStates.Frozen.Contains(issue.State)).OrderBy(issue => issue.Number).ToListAsync(stop);
        if (issues.Count == 0 && !await db.Publications.AnyAsync(p => p.PublicId == publication, stop)) return PublicationsApi.Missing(publication);
        var ids = issues.SelectMany(issue => issue.Sections.SelectMany(section => section.Articles)).Distinct().ToList();
        var articles = await (from article in db.Articles
                              join source in db.Sources on article.SourceId equals source.Id
                              where ids.Contains(article.Id)
                              select new { article.Id, article.Title, article.Url, article.PublishedAt, source.Name }).ToDictionaryAsync(row => row.Id, stop);
        var keys = issues.Select(issue => issue.Id).ToList();
        var recipients = await db.Deliveries.Where(row => row.State == DeliveryState.Sent).Join(db.Sends.Where(send => keys.Contains(send.IssueId)), row => row.SendId, send => send.Id, (row, send) => send.IssueId)
            .GroupBy(issue => issue).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        return Csv.File(
            "citations.csv", ["outlet", "article", "address", "published", "issue", "date", "recipients"],
            from issue in issues
            from id in issue.Sections.OrderBy(section => section.Position).SelectMany(section => section.Articles).Distinct()
            where articles.ContainsKey(id)
            select (IReadOnlyList<string>)
            [
                articles[id].Name, articles[id].Title, articles[id].Url, Day(articles[id].PublishedAt), issue.Number.ToString(CultureInfo.InvariantCulture), Day(issue.DatedAt),
                recipients.GetValueOrDefault(issue.Id).ToString(CultureInfo.InvariantCulture),
            ]);
    }

    private static string Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A source's rights card; what is left out is not limited.</summary>
/// <param name="LongestQuote">Words a quote may have.</param>
/// <param name="LargestShare">Share of an article's words that may be quoted altogether, above 0 to 1.</param>
/// <param name="Images">Whether its images may be shown, and how.</param>
/// <param name="RetentionDays">Days an article that is not cited is kept.</param>
internal sealed record RightsRequest(string? Licence, int? LongestQuote, double? LargestShare, string? Images, int? RetentionDays, bool? ReservesMining)
{
    public static RightsRequest Of(RightsCard? card) => new(card?.Licence, card?.LongestQuote, card?.LargestShare, card?.Images, card?.RetentionDays, card?.ReservesMining ?? false);

    public IResult? Problem() => Fault()?.Problem;

    /// <summary>What cannot be taken, for a program or for a person.</summary>
    public FieldFault? Fault() =>
        Licence?.Length > 1000 ? new("licence", "La licence a 1 000 caractères au plus.", "A licence has 1,000 characters at the most.")
        : LongestQuote is < 1 or > 10_000 ? new("longestQuote", "Donnez 1 à 10 000 mots.", "Give 1 to 10,000 words.")
        : LargestShare is <= 0 or > 1 || LargestShare is { } share && double.IsNaN(share) ? new("largestShare", "Donnez une part au-dessus de 0 et jusqu’à 1.", "Give a share above 0 and up to 1.")
        : Images?.Length > 1000 ? new("images", "Ce champ a 1 000 caractères au plus.", "This has 1,000 characters at the most.")
        : RetentionDays is < 1 or > 36_500 ? new("retentionDays", "Donnez 1 à 36 500 jours.", "Give 1 to 36,500 days.")
        : null;

    public void Apply(RightsCard card) => (card.Licence, card.LongestQuote, card.LargestShare, card.Images, card.RetentionDays, card.ReservesMining) =
        (Blank(Licence), LongestQuote, LargestShare, Blank(Images), RetentionDays, ReservesMining ?? false);

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
