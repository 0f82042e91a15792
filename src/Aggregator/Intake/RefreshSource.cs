using System.Buffers.Binary;
using System.Security.Cryptography;
using Aggregator.Fetching;

namespace Aggregator.Intake;

/// <summary>What happens when a source is refreshed. Never throws for what the source did: that is the outcome.</summary>
public sealed class RefreshSource(Fetcher fetcher, IntakeWriter writer, ReadingGuard guard, TimeProvider clock)
{
    /// <summary>Visits the source, reads what it shows, stores what is new, and notes how it went.</summary>
    /// <returns>The outcome, after it was committed.</returns>
    public async Task<PollOutcome> RunAsync(DuePoll poll, CancellationToken stop)
    {
        var response = await fetcher.GetAsync(poll.Request, stop);
        if (response.Problem is not null) return await RecordAsync(PollKind.Failed, response, []);
        if (response.NotModified) return await RecordAsync(PollKind.Unchanged, response, []);

        var hash = HashOf(response.Body.Span);
        if (hash == poll.Last.BodyHash) return await RecordAsync(PollKind.Unchanged, response, [], hash);

        var reading = await guard.ReadAsync(poll.Url, () => SourceReader.Read(response, poll.Language), problem => new SourceReading([], Problem: problem), stop);
        return reading.Problem is { } problem
            ? await RecordAsync(PollKind.Failed, response with { Problem = problem }, [])
            : await RecordAsync(PollKind.Read, response, reading.Arrivals, hash, reading.FreshFor);

        Task<PollOutcome> RecordAsync(
            PollKind kind, FetchResponse said, IReadOnlyList<Arrival> arrivals, long? bodyHash = null, TimeSpan? freshFor = null) =>
            writer.WriteAsync(new(poll, said, clock.GetUtcNow(), kind, arrivals, bodyHash, freshFor), stop);
    }

    private static long HashOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
