using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Stories;

/// <summary><c>POST /desk/pad</c>: puts the articles of a story aside for a section.</summary>
internal static class IssueColumnHandler
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/pad", PutAsideAsync).For(Contributor);

    /// <param name="one">The story of the button that was pressed in its own row.</param>
    /// <param name="story">The story that is selected.</param>
    /// <param name="section">The section of the button that was pressed in the issue.</param>
    /// <param name="target">The section that gets what is added from a row.</param>
    private static async Task<IResult> PutAsideAsync(
        [FromForm] string? one, [FromForm] string? story, [FromForm] string? section, [FromForm] string? target, [FromForm] string? back,
        AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var (which, where) = (one.AsNumber() ?? story.AsNumber(), section.AsGuid() ?? target.AsGuid());
        if (which is null || where is null)
            return Page.Refused(visit.Say("Choisissez une histoire et une section.", "Choose a story and a section."));
        var articles = await SectionPad.ArticlesOfAsync(db, which.Value, stop);
        if (articles.Count == 0) return Results.NotFound();
        return (await SectionPad.PutAsync(db, where.Value, articles, [], clock.GetUtcNow(), stop)).Outcome switch
        {
            EditOutcome.Missing => Results.NotFound(),
            EditOutcome.Frozen => Page.Of<RefusalPage>(StatusCodes.Status409Conflict, ("Reason", visit.Say("Ce numéro est approuvé : il ne change plus.", "This issue is approved: it does not change any more."))),
            _ => Results.LocalRedirect(Back(LocalPath.Of(back, "/desk"), which.Value, where.Value)),
        };
    }

    private static string Back(string back, int story, Guid section)
    {
        var (path, query) = back.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (back[..at], back[(at + 1)..]) : (back, "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith("target=", StringComparison.Ordinal) && !pair.StartsWith("added=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', [.. kept, $"target={section}", $"added={story}"])}#story-{story}";
    }
}
