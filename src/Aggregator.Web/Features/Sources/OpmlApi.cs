using Aggregator.Reading.Feeds.Opml;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sources;

/// <summary><c>/opml</c>: the sources as feed readers exchange them (OPML 2.0).</summary>
internal static class OpmlApi
{
    private const int LargestFile = 5_000_000;

    private const string Type = "text/x-opml";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/opml", async (AggregatorDb db, TimeProvider clock, CancellationToken stop) =>
        {
            var sources = await db.Sources.AsNoTracking().Where(source => source.RetiredAt == null).OrderBy(source => source.Id).ToListAsync(stop);
            return Results.Text(OpmlWriter.Write("Social Report", clock.GetUtcNow(), [.. sources.Select(OpmlSources.Of)]), Type + "; charset=utf-8");
        }).For(Contributor, "The sources that are followed, as OPML; topics are folders.", Answer.Text("text/x-opml"));
        // Adding takes turns with other processes by itself.
        api.MapPost("/opml", AddAsync)
            .For(
                Administrator, "Follows the feeds of an OPML file; folders become topics. Changes and retires none.",
                Answer.Ok<OpmlAnswer>().Or(StatusCodes.Status413PayloadTooLarge, "The file is larger than 5 MB.")).Accepts<string>(Type, "text/xml", "application/xml").WithMetadata(new CommitsItself());
    }

    private static async Task<IResult> AddAsync(HttpRequest request, bool? dryRun, SourceAdding sources, CancellationToken stop)
    {
        if (request.ContentLength > LargestFile) return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "Too large", "An OPML file has 5 MB at the most.");
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, stop);
        if (file.Length > LargestFile) return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "Too large", "An OPML file has 5 MB at the most.");
        var reading = OpmlSources.Of(OpmlReader.Read(file.ToArray()));
        if (reading.Entries.Count == 0 && reading.Problems.Count > 0) return ApiProblem.Field("body", $"Line {reading.Problems[0].Line}: {reading.Problems[0].Message}");
        var added = await sources.RunAsync(reading.Entries, dryRun ?? false, stop);
        return Results.Ok(new OpmlAnswer(added.Added.Count, added.Known, [.. reading.Problems.Select(problem => new OpmlProblem(problem.Line, problem.Message))]));
    }
}

/// <param name="Added">Sources that were not followed before.</param>
/// <param name="Known">Those that were.</param>
/// <param name="Problems">Lines that could not be taken; the others were.</param>
internal sealed record OpmlAnswer(int Added, int Known, IReadOnlyList<OpmlProblem> Problems);

/// <param name="Line">From 1.</param>
internal sealed record OpmlProblem(int Line, string Message);
