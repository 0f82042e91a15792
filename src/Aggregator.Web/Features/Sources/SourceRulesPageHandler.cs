using Aggregator.Archive;
using Aggregator.Intake;
using Aggregator.Reading.Pages;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/sources/{id}/rules</c>: what we make of a source's page, and the selectors that correct it; tried first, then saved.</summary>
internal static class SourceRulesPageHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/sources/{id:int}/rules");
        rules.MapGet("", ShowAsync).For(Administrator);
        rules.MapPost("", SaveAsync).For(Administrator);
    }

    private static async Task<IResult> ShowAsync(int id, bool? saved, AggregatorDb db, HttpContext http, CancellationToken stop) =>
        !SourcePageHandler.MaySetUp(http.User) ? Results.Forbid() : await db.Sources.AsNoTracking().FirstOrDefaultAsync(source => source.Id == id, stop) is { } source
            ? Page.Of<SourceRulesPage>(("View", new SourceRulesView(source, source.Rules ?? new()) { Saved = saved == true })) : Results.NotFound();

    private static async Task<IResult> SaveAsync(
        int id, [FromForm] string? act, [FromForm] string? list, [FromForm] string? link, [FromForm] string? title, [FromForm] string? date, [FromForm] string? body, [FromForm] string? remove,
        AggregatorDb db, PagePreview preview, HttpContext http, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        if (!SourcePageHandler.MaySetUp(http.User)) return Results.Forbid();
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, stop);
        if (source is null) return Results.NotFound();
        var rules = new PageRules { List = Given(list), Link = Given(link), Title = Given(title), Date = Given(date), Body = Given(body), Remove = Given(remove) };
        var view = new SourceRulesView(source, rules);
        if (rules.Faulty.Count > 0) return Page.Of<SourceRulesPage>(StatusCodes.Status422UnprocessableEntity, ("View", view));
        if (act != "save")
        {
            var (reading, problem) = await preview.RunAsync(source.Url, rules, stop);
            return Page.Of<SourceRulesPage>(("View", view with { Reading = reading, Problem = problem is null ? reading.Problem : PollErrorWords.Say(problem.Error, problem.Detail, visit.Language) }));
        }

        await db.WriteAsync(inner => StoreAsync(db, id, rules, clock.GetUtcNow(), inner), stop);
        return Results.LocalRedirect($"/sources/{id}/rules?saved=true");
    }

    /// <summary>Articles of a source whose pages are read again by new rules, the newest.</summary>
    private const int MostRead = 200;

    // The page is read again at once, as if it were new to us; so are the pages of its articles, as they were kept. What they said is kept as revisions.
    private static async Task<int> StoreAsync(AggregatorDb db, int id, PageRules rules, DateTimeOffset now, CancellationToken stop)
    {
        var source = await db.Sources.Include(found => found.Poll).FirstOrDefaultAsync(found => found.Id == id, stop);
        if (source is null) return 0;
        source.Rules = rules.IsEmpty ? null : rules;
        source.Poll.ReadAnew(now);
        source.EditedFields |= SourceFields.Rules;
        await db.SaveChangesAsync(stop);
        var articles = await db.Articles.Where(article => article.SourceId == id && article.Url != source.Url).OrderByDescending(article => article.Id).Take(MostRead)
            .Select(article => new { article.Id, article.Url }).ToListAsync(stop);
        await ArticleRows.InsertAsync(
            await db.SessionAsync(stop), [.. articles.Select(article => new Extraction { ArticleId = article.Id, Host = new Uri(article.Url).IdnHost, DueAt = now, IsFromKept = true })], stop);
        return articles.Count;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What the page of a source's rules shows.</summary>
/// <param name="Source">The source.</param>
/// <param name="Rules">As they stand in the form.</param>
public sealed record SourceRulesView(Source Source, PageRules Rules)
{
    /// <summary>What the rules make of the page; null before it was tried.</summary>
    public PageReading? Reading { get; init; }

    /// <summary>Why there is no preview.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the rules have just been saved.</summary>
    public bool Saved { get; init; }
}
