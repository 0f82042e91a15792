using Aggregator.Curation;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Features.Issues;

/// <summary>
/// What a 412 says beside the current state: <c>merge</c>, the caller's words and the stored ones put together, to be sent with the new
/// ETag as they are; or <c>collisions</c>, the fields that both changed.
/// </summary>
internal static class Merging
{
    public static async Task<IResult> WithAsync(ProblemHttpResult stale, AggregatorDb db, HttpContext http, Section section, SectionRequest request, CancellationToken stop)
    {
        if (ETags.Seen(http) is not { } seen || await SeenRevisions.SectionAsync(db, section, seen, stop) is not { } earlier || await request.ProblemAsync(db, stop) is not null) return stale;
        var mine = new SectionSnapshot(request.Title!, request.Kind, request.Owner, request.Blocks ?? earlier.Blocks, request.SignOff ?? earlier.SignOff);
        var merge = WordsMerge.Of(earlier, mine, SectionSnapshot.Of(section));
        return Say(stale, merge.Merged is { } words ? new SectionRequest(words.Title, [.. words.Blocks], words.Kind, words.OwnerId, [.. words.SignOff]) : null, merge.Collisions);
    }

    public static async Task<IResult> WithAsync(ProblemHttpResult stale, AggregatorDb db, HttpContext http, Issue issue, IssueRequest request, CancellationToken stop)
    {
        if (ETags.Seen(http) is not { } seen || await SeenRevisions.IssueAsync(db, issue, seen, stop) is not { } earlier || request.Problem() is not null) return stale;
        var mine = new IssueSnapshot(
            request.Title!, request.Intro ?? "", request.Closing ?? "", request.Kind ?? earlier.Kind, request.Bylines ?? [], request.Date?.ToUniversalTime() ?? earlier.Date, earlier.Order);
        var merge = WordsMerge.Of(earlier, mine, IssueSnapshot.Of(issue));
        return Say(stale, merge.Merged is { } words ? new IssueRequest(words.Title, words.Intro, words.Closing, [.. words.Bylines], words.Date, words.Kind) : null, merge.Collisions);
    }

    private static ProblemHttpResult Say(ProblemHttpResult stale, object? merge, IReadOnlyList<string> collisions)
    {
        if (merge is not null) stale.ProblemDetails.Extensions["merge"] = merge;
        else stale.ProblemDetails.Extensions["collisions"] = collisions;
        return stale;
    }
}
