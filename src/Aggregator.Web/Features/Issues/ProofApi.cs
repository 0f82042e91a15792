using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;
using static Aggregator.Accounts.AccountRole;

namespace Aggregator.Web.Features.Issues;

/// <summary><c>/issues/{id}:test-send</c>: the mail as it would be, to whoever asks, and to nobody else.</summary>
internal static class ProofApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/issues/{id:guid}:test-send", SendAsync)
        .For(
            Contributor, "Sends the caller the issue's mail as it would be now; nobody else gets it.",
            Answer.Ok<ProofAnswer>().OrUnmailed()).WithMetadata(new CommitsItself());

    private static async Task<IResult> SendAsync(Guid id, AggregatorDb db, SendProof proofs, HttpContext http, CancellationToken stop)
    {
        var me = await db.Users.AsNoTracking().FirstAsync(account => account.Id == Caller.IdOf(http), stop);
        var issue = await db.Issues.Where(row => row.PublicId == id).Select(row => row.Id).FirstOrDefaultAsync(stop);
        return await proofs.RunAsync(db, issue, me, stop) is not { } outcome ? IssuesApi.Missing(id)
            : outcome.IsDone ? Results.Ok(new ProofAnswer(me.Email!)) : ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "The mail was not handed over", MailOutcomeWords.Say(outcome, "en"));
    }
}

/// <param name="To">The caller's own address.</param>
internal sealed record ProofAnswer(string To);
