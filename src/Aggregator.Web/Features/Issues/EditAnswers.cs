using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Web.Features.Issues;

/// <summary>What the API says of an edit that was not done.</summary>
internal static class EditAnswers
{
    /// <param name="edited">What came of it.</param>
    /// <param name="missing">That there is no such thing.</param>
    /// <returns>Null when it was done.</returns>
    public static IResult? Refusal(Edited edited, HttpContext http, Func<IResult> missing) => edited.Outcome switch
    {
        EditOutcome.Saved or EditOutcome.Merged => null,
        EditOutcome.Missing => missing(),
        EditOutcome.Frozen => IssuesApi.NotADraft(),
        EditOutcome.Stale when edited.Section is { } section && edited.Issue is null => Compared(ETags.Stale(http, ETags.Of(section.Version), SectionAnswer.Of(section)), edited),
        EditOutcome.Stale when edited.Section is { } section => ETags.Stale(http, ETags.Of(section.Version), SectionAnswer.Of(section)),
        EditOutcome.Stale => Compared(ETags.Stale(http, ETags.Of(edited.Issue!.Version), IssueAnswer.Of(edited.Issue)), edited),
        EditOutcome.Refused => ApiProblem.Field(edited.Fault!.Field, edited.Fault.English),
        var outcome => throw new InvalidOperationException($"{outcome} is no refusal of an edit of words."),
    };

    /// <summary>
    /// Beside the current state: <c>merge</c>, the caller's words and the stored ones put together, to be sent with the new ETag as they
    /// are; or <c>collisions</c>, the fields that both changed.
    /// </summary>
    private static ProblemHttpResult Compared(ProblemHttpResult stale, Edited edited)
    {
        if (edited.SectionMerge is { } words)
            stale.ProblemDetails.Extensions["merge"] = new SectionRequest(words.Title, [.. words.Blocks], words.Kind, words.OwnerId, [.. words.SignOff]);
        else if (edited.IssueMerge is { } fields)
            stale.ProblemDetails.Extensions["merge"] = new IssueRequest(fields.Title, fields.Intro, fields.Closing, [.. fields.Bylines], fields.Date, fields.Kind);
        else if (edited.Collisions.Count > 0)
            stale.ProblemDetails.Extensions["collisions"] = edited.Collisions;
        return stale;
    }
}
