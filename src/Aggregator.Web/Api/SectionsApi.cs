using Aggregator.Curation;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Api;

/// <summary><c>/issues/{id}/sections</c> and <c>/sections</c>: each section has an ETag of its own, so two people can write in one issue.</summary>
internal static class SectionsApi
{
    public static void MapSectionsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/issues/{issue:guid}/sections", MakeAsync);
        api.MapGet("/sections/{id:guid}", async (Guid id, AggregatorDb db, HttpContext http, CancellationToken stop) =>
            await FindAsync(db, id, stop) is { } found ? Shown(found, http) : Missing(id));
        api.MapPut("/sections/{id:guid}", ChangeAsync);
        api.MapDelete("/sections/{id:guid}", DropAsync);
        api.MapPut("/sections/{id:guid}/pad/{article:int}", PutAsideAsync);
        api.MapDelete("/sections/{id:guid}/pad/{article:int}", TakeOffAsync);
    }

    private static IResult Missing(Guid id) => ApiProblem.NotFound($"There is no section {id}.");

    private static Task<Section?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) =>
        db.Sections.Include(section => section.Pad).FirstOrDefaultAsync(section => section.PublicId == id, stop);

    private static Task<bool> IsDraftAsync(AggregatorDb db, int issueId, CancellationToken stop) =>
        db.Issues.AnyAsync(issue => issue.Id == issueId && issue.State == IssueState.Draft, stop);

    private static IResult Shown(Section section, HttpContext http)
    {
        ETags.Put(http, section.Version);
        return Results.Ok(SectionAnswer.Of(section));
    }

    /// <summary>A new section at the end: it changes the order of sections, so the issue's ETag is asked for.</summary>
    private static async Task<IResult> MakeAsync(Guid issue, SectionRequest request, AggregatorDb db, TimeProvider clock, HttpContext http, CancellationToken stop)
    {
        var found = await IssuesApi.FindAsync(db, issue, stop);
        if (found is null) return IssuesApi.Missing(issue);
        if (ETags.Check(http, found.Version, IssueAnswer.Of(found)) is { } stale) return stale;
        if (found.State != IssueState.Draft) return IssuesApi.NotADraft();
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        var section = new Section { PublicId = Guid.CreateVersion7(clock.GetUtcNow()), Title = "", Position = found.Sections.Count };
        request.Apply(section);
        found.Sections.Add(section);
        found.Version++;
        await db.SaveChangesAsync(stop);
        ETags.Put(http, section.Version);
        return Results.Created($"{ApiServices.Root}/sections/{section.PublicId}", SectionAnswer.Of(section));
    }

    private static async Task<IResult> ChangeAsync(Guid id, SectionRequest request, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (ETags.Check(http, section.Version, SectionAnswer.Of(section)) is { } stale) return stale;
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        if (await request.ProblemAsync(db, stop) is { } problem) return problem;
        request.Apply(section);
        section.Version++;
        await db.SaveChangesAsync(stop);
        return Shown(section, http);
    }

    private static async Task<IResult> DropAsync(Guid id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (ETags.Check(http, section.Version, SectionAnswer.Of(section)) is { } stale) return stale;
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        var issue = await db.Issues.Include(i => i.Sections).FirstAsync(i => i.Id == section.IssueId, stop);
        db.Remove(section);
        foreach (var (later, position) in issue.Sections.Where(s => s.Id != section.Id).OrderBy(s => s.Position).Select((s, i) => (s, i))) later.Position = position;
        issue.Version++;
        await db.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    private static async Task<IResult> PutAsideAsync(Guid id, int article, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        if (!await IsDraftAsync(db, section.IssueId, stop)) return IssuesApi.NotADraft();
        if (!await db.Articles.AnyAsync(a => a.Id == article, stop)) return ApiProblem.NotFound($"There is no article {article}.");
        if (section.Pad.All(item => item.ArticleId != article))
        {
            section.Pad.Add(new() { ArticleId = article, AddedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(stop);
        }

        return Results.NoContent();
    }

    /// <summary>Doing it again changes nothing.</summary>
    private static async Task<IResult> TakeOffAsync(Guid id, int article, AggregatorDb db, CancellationToken stop)
    {
        var section = await FindAsync(db, id, stop);
        if (section is null) return Missing(id);
        section.Pad.RemoveAll(item => item.ArticleId == article);
        await db.SaveChangesAsync(stop);
        return Results.NoContent();
    }
}

/// <summary>A section as the API shows it.</summary>
internal sealed record SectionAnswer(Guid Id, string Title, IReadOnlyList<Block> Blocks, IReadOnlyList<int> Pad, string ETag)
{
    public static SectionAnswer Of(Section section) =>
        new(section.PublicId, section.Title, section.Blocks, [.. section.Pad.OrderBy(item => item.AddedAt).Select(item => item.ArticleId)], ETags.Of(section.Version));
}

/// <summary>A section as it is made or changed, whole.</summary>
internal sealed record SectionRequest(string? Title, List<Block>? Blocks)
{
    private const int MaxBlocks = 200, MaxText = 50_000;

    public async Task<IResult?> ProblemAsync(AggregatorDb db, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > 300) return ApiProblem.Field("title", "Give a title of 1 to 300 characters.");
        if (Blocks is null) return null;
        if (Blocks.Count > MaxBlocks) return ApiProblem.Field("blocks", $"A section has {MaxBlocks} blocks at the most.");
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (Blocks[i]?.Spans is null || Blocks[i].Spans.Any(span => span?.Text is null)) return ApiProblem.Field($"blocks[{i}].spans", "Each block has spans, each span a text.");
            if (!Enum.IsDefined(Blocks[i].Kind) || Blocks[i].Spans.Any(span => span.Mark is { } mark && !Enum.IsDefined(mark.Kind)))
                return ApiProblem.Field($"blocks[{i}].kind", "A block is a paragraph or a quote; a mark is a credit, a quote or an issue.");
            if (Blocks[i].Text.Length > MaxText) return ApiProblem.Field($"blocks[{i}]", $"A block has {MaxText} characters at the most.");
            if (Blocks[i].Spans.Any(span => span.Mark is { Kind: MarkKind.Issue, IssueId: null } or { Kind: not MarkKind.Issue, ArticleId: null }))
                return ApiProblem.Field($"blocks[{i}].spans", "A credit or quote names an articleId, a reference an issueId.");
        }

        return await UnknownAsync(db, stop);
    }

    /// <summary>What the marks are bound to must be there.</summary>
    private async Task<IResult?> UnknownAsync(AggregatorDb db, CancellationToken stop)
    {
        var articles = Blocks!.SelectMany(block => block.Articles).Distinct().ToList();
        var known = await db.Articles.Where(article => articles.Contains(article.Id)).Select(article => article.Id).ToListAsync(stop);
        if (articles.Except(known).Any()) return ApiProblem.Field("blocks", $"There is no article {articles.Except(known).First()}.");
        var issues = Blocks!.SelectMany(block => block.Spans).Select(span => span.Mark?.IssueId).OfType<Guid>().Distinct().ToList();
        var told = await db.Issues.Where(issue => issues.Contains(issue.PublicId) && issue.State != IssueState.Draft).Select(issue => issue.PublicId).ToListAsync(stop);
        return issues.Except(told).Any() ? ApiProblem.Field("blocks", $"There is no published issue {issues.Except(told).First()}.") : null;
    }

    public void Apply(Section section)
    {
        section.Title = Title!.Trim();
        if (Blocks is not null) section.Blocks = Blocks;
    }
}
