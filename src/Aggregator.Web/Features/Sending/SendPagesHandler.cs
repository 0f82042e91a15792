using Aggregator.Accounts;
using Aggregator.Curation.Issues;
using Aggregator.Publishing;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Aggregator.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Sending;

/// <summary><c>/issues/{id}/send</c> and <c>/sends/{id}</c>: the question before sending, how far the send is, and what is in doubt.</summary>
internal static class SendPagesHandler
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/issues/{id:guid}/send", AskAsync).For(Publisher);
        app.MapPost("/issues/{id:guid}/send", SendAsync).For(Publisher);
        app.MapGet("/sends/{id:guid}", ProgressAsync).For(Publisher);
        app.MapPost("/sends/{id:guid}/in-doubt", ResolveAsync).For(Publisher);
    }

    private static async Task<IResult> AskAsync(Guid id, AggregatorDb db, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Publication).FirstOrDefaultAsync(i => i.PublicId == id, stop);
        if (issue is null) return Results.NotFound();
        if (await db.Sends.Where(send => send.IssueId == issue.Id).Select(send => (Guid?)send.PublicId).FirstOrDefaultAsync(stop) is { } earlier) return Results.LocalRedirect($"/sends/{earlier}");
        if (issue.State == IssueState.Sent) return Refused(SendRefusal.SentBefore, null, id, editor, visit);
        if (!IssueStates.Frozen.Contains(issue.State)) return Refused(SendRefusal.NotApproved, null, id, editor, visit);
        var readers = await db.Subscriptions.CountAsync(s => s.PublicationId == issue.PublicationId && s.State == SubscriptionState.Confirmed, stop);
        return Page.Of<SendQuestionPage>(("Issue", issue), ("Readers", readers));
    }

    private static async Task<IResult> SendAsync(Guid id, [FromForm] string? go, AggregatorDb db, SendIssue sending, IssueEditor editor, Visit visit, CancellationToken stop)
    {
        var issue = await db.Issues.Where(i => i.PublicId == id).Select(i => (int?)i.Id).FirstOrDefaultAsync(stop);
        if (issue is null) return Results.NotFound();
        var start = await sending.BeginAsync(issue.Value, stop);
        return start.Refusal == SendRefusal.None ? Results.LocalRedirect($"/sends/{start.Send!.PublicId}") : Refused(start.Refusal, start.Send, id, editor, visit);
    }

    private static IResult Refused(SendRefusal refusal, Send? earlier, Guid id, IssueEditor editor, Visit visit) => refusal switch
    {
        SendRefusal.SentBefore when earlier is not null => Page.Of<RefusalPage>(
            StatusCodes.Status409Conflict, ("Reason", SentBefore(visit)), ("Back", $"/sends/{earlier.PublicId}"), ("BackWords", visit.Say("Voir cet envoi", "See that send"))),
        SendRefusal.SentBefore => editor.Refused(id, SentBefore(visit)),
        SendRefusal.NotApproved => editor.Refused(id, visit.Say("Ce numéro est un brouillon : approuvez-le d’abord.", "This issue is a draft: approve it first.")),
        _ => editor.Refused(id, visit.Say("Personne n’a confirmé d’abonnement à cette publication : il n’y a personne à qui l’envoyer.", "Nobody has confirmed a subscription to this publication: there is nobody to send to.")),
    };

    private static string SentBefore(Visit visit) => visit.Say("Ce numéro est déjà parti. Personne ne le reçoit deux fois.", "This issue was sent before. Nobody gets it twice.");

    private static async Task<IResult> ProgressAsync(Guid id, AggregatorDb db, HttpContext http, CancellationToken stop)
    {
        var send = await db.Sends.AsNoTracking().FirstOrDefaultAsync(s => s.PublicId == id, stop);
        if (send is null) return Results.NotFound();
        var issue = await db.Issues.AsNoTracking().Include(i => i.Publication).FirstAsync(i => i.Id == send.IssueId, stop);
        var counts = await db.Deliveries.Where(row => row.SendId == send.Id).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        var view = new SendView(issue, send, counts, counts.ContainsKey(DeliveryState.InDoubt) ? await InDoubtAsync(db, send.Id, stop) : []);
        // Works without script: the page comes again until the last mail is out.
        if (view.Waiting > 0) http.Response.Headers["Refresh"] = "2";
        return Page.Of<SendProgressPage>(("View", view));
    }

    private static Task<List<string>> InDoubtAsync(AggregatorDb db, int send, CancellationToken stop) =>
        (from row in db.Deliveries
         join subscriber in db.Subscribers on row.SubscriberId equals subscriber.Id
         where row.SendId == send && row.State == DeliveryState.InDoubt
         orderby subscriber.Address
         select subscriber.Address).Take(SendView.MostListed).ToListAsync(stop);

    /// <summary>What a person decided about the mails in doubt; anything but a clear answer decides nothing.</summary>
    private static async Task<IResult> ResolveAsync(Guid id, [FromForm] string? decision, AggregatorDb db, TimeProvider clock, CancellationToken stop)
    {
        var send = await db.Sends.Where(send => send.PublicId == id).Select(send => (int?)send.Id).FirstOrDefaultAsync(stop);
        if (send is null) return Results.NotFound();
        if (decision is "went-out" or "again") await SendLedger.ResolveAsync(db, send.Value, decision == "went-out", clock.GetUtcNow(), stop);
        return Results.LocalRedirect($"/sends/{id}");
    }
}

/// <summary>How far a send is.</summary>
/// <param name="Issue">What is sent.</param>
/// <param name="Send">The send.</param>
/// <param name="Counts">Rows of the ledger by state.</param>
/// <param name="InDoubt">Addresses of mails that may be out or not, <see cref="MostListed"/> at the most.</param>
public sealed record SendView(Issue Issue, Send Send, IReadOnlyDictionary<DeliveryState, int> Counts, IReadOnlyList<string> InDoubt)
{
    public const int MostListed = 100;

    public int Total => Counts.Values.Sum();

    public int Waiting => Of(DeliveryState.Waiting) + Of(DeliveryState.Underway);

    public int Of(DeliveryState state) => Counts.GetValueOrDefault(state);
}
