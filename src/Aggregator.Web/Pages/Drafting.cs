using Aggregator.Curation;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Pages;

/// <summary>What the desk begins: a publication, a draft, and stories put aside for a section.</summary>
internal static class Drafting
{
    public static void MapDrafting(this IEndpointRouteBuilder app)
    {
        app.MapPost("/publications", BeginSeriesAsync);
        app.MapPost("/issues", BeginIssueAsync);
        app.MapPost("/desk/pad", PutAsideAsync);
        app.MapGet("/issue", async (AggregatorDb db, CancellationToken stop) =>
        {
            // What is being written; else what waits to be sent; else the desk, where one begins.
            var issue = await db.Issues.Where(i => i.State == IssueState.Draft || i.State == IssueState.InReview || i.State == IssueState.Approved || i.State == IssueState.Scheduled)
                .OrderBy(i => i.State == IssueState.Draft || i.State == IssueState.InReview ? 0 : 1).ThenByDescending(i => i.Id).Select(i => (Guid?)i.PublicId).FirstOrDefaultAsync(stop);
            return Results.LocalRedirect(issue is null ? "/desk#issue" : $"/issues/{issue}/edit");
        });
    }

    private static async Task<IResult> BeginSeriesAsync(
        [FromForm] string? title, [FromForm] string? language, [FromForm] string? sender, [FromForm] string? mail, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        var reading = MailAddressSyntax.Read(mail);
        var problem = string.IsNullOrWhiteSpace(title) || title.Length > 200 ? visit.Say("Donnez un titre à la publication, 200 caractères au plus.", "Give the publication a title, 200 characters at the most.")
            : language is not ("fr" or "en") ? visit.Say("Choisissez la langue de la publication.", "Choose the publication’s language.")
            : string.IsNullOrWhiteSpace(sender) || sender.Length > 200 ? visit.Say("Dites qui envoie le courriel.", "Say who sends the mail.")
            : reading.Address is null ? MailAddressFaultWords.Say(reading.Fault, visit.Language)
            : null;
        if (problem is not null) return Refused(problem);
        var now = clock.GetUtcNow();
        db.Add(new Publication
        {
            PublicId = Guid.CreateVersion7(now), Title = title!.Trim(), Language = language!, TimeZone = clock.LocalTimeZone.Id, SenderName = sender!.Trim(),
            SenderAddress = reading.Address!, MadeAt = now,
        });
        await db.SaveChangesAsync(stop);
        return Results.LocalRedirect("/desk#issue");
    }

    private static async Task<IResult> BeginIssueAsync(
        [FromForm] string? publication, [FromForm] string? title, AggregatorDb db, TimeProvider clock, Visit visit, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > 300)
            return Refused(visit.Say("Donnez un titre au numéro, 300 caractères au plus : il peut changer jusqu’au dernier moment.", "Give the issue a title, 300 characters at the most: it can change until the last moment."));
        var made = await db.WriteAsync(
            async inner =>
            {
                var series = await db.Publications.FirstOrDefaultAsync(p => p.PublicId == publication.AsGuid(), inner);
                if (series is null) return null;
                return await OpenIssue.RunAsync(db, series, issue => issue.Title = title.Trim(), new(visit.AccountId, clock.GetUtcNow()), inner);
            },
            stop);
        return made is null ? Results.NotFound() : Results.LocalRedirect($"/issues/{made.PublicId}/edit");
    }

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
            return Refused(visit.Say("Choisissez une histoire et une section.", "Choose a story and a section."));
        var added = await db.WriteAsync(inner => AddAsync(db, which.Value, where.Value, clock.GetUtcNow(), inner), stop);
        return added switch
        {
            null => Results.NotFound(),
            false => Page.Of<RefusalPage>(StatusCodes.Status409Conflict, ("Reason", visit.Say("Ce numéro est approuvé : il ne change plus.", "This issue is approved: it does not change any more."))),
            _ => Results.LocalRedirect(Back(LocalPath.Of(back, "/desk"), which.Value, where.Value)),
        };
    }

    /// <returns>Null when there is no such story or section, false when the issue is no draft.</returns>
    private static async Task<bool?> AddAsync(AggregatorDb db, int story, Guid where, DateTimeOffset now, CancellationToken stop)
    {
        var section = await db.Sections.Include(s => s.Pad).FirstOrDefaultAsync(s => s.PublicId == where, stop);
        var articles = await db.StoryMembers.Where(member => member.StoryId == story && member.Article.Copy == null)
            .OrderBy(member => member.Article.Time).Select(member => member.ArticleId).ToListAsync(stop);
        if (section is null || articles.Count == 0) return null;
        if (!await db.Issues.AnyAsync(issue => issue.Id == section.IssueId && IssueStates.Open.Contains(issue.State), stop)) return false;
        section.Pad.AddRange(articles.Except(section.Pad.Select(item => item.ArticleId)).Select(id => new PadItem { ArticleId = id, AddedAt = now }));
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static string Back(string back, int story, Guid section)
    {
        var (path, query) = back.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (back[..at], back[(at + 1)..]) : (back, "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith("target=", StringComparison.Ordinal) && !pair.StartsWith("added=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', [.. kept, $"target={section}", $"added={story}"])}#story-{story}";
    }

    private static IResult Refused(string reason) => Page.Of<RefusalPage>(StatusCodes.Status422UnprocessableEntity, ("Reason", reason));
}
