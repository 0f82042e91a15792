using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Intake;

/// <summary>Takes in what a hub sends: signed, read and stored like a visit that had found it.</summary>
public sealed class TakePush(Func<AggregatorDb> databases, HubSubscriptions hubs, IntakeWriter writer, ReadingGuard guard, TimeProvider clock)
{
    /// <returns>The outcome once it is committed; null for what is not signed with our secret, or of a source that is no longer followed.</returns>
    public async Task<PollOutcome?> RunAsync(Push push, string? signature, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop)
    {
        if (!PushSignature.IsRight(signature, body.Span, push.Secret)) return null;
        if (await DueAsync(push.SourceId, stop) is not { } poll) return null;
        // No status: this was no visit, and the validators of the last one stay.
        var said = new FetchResponse { FinalUrl = poll.Url, Body = body, ContentType = contentType };
        var reading = await guard.ReadAsync(poll.Url, () => Whole(SourceReader.Read(said, poll.Language)), problem => new SourceReading([], Problem: problem), stop);
        // What cannot be read is the hub's fault, not the source's: the next visit decides.
        if (reading.Problem is not null) return null;
        var outcome = await writer.WriteAsync(new(poll with { IsPushed = true }, said, clock.GetUtcNow(), PollKind.Read, reading.Arrivals), stop);
        if (outcome.NewArticles > 0) await hubs.NoteAsync(push.SourceId, works: true, stop);
        return outcome;
    }

    private static SourceReading Whole(SourceReading reading) => reading.Complete(reading.Arrivals);

    private async Task<DuePoll?> DueAsync(int sourceId, CancellationToken stop)
    {
        await using var db = databases();
        return await db.Sources.Where(source => source.Id == sourceId && source.RetiredAt == null).Select(source => new DuePoll(
            source.Id, source.Name, source.Url, source.Kind, source.Language, source.Interval, new(null, null, null, null))).FirstOrDefaultAsync(stop);
    }
}
