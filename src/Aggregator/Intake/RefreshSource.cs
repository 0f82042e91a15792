using System.Buffers.Binary;
using System.Security.Cryptography;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>What happens when a source is refreshed. Never throws for what the source did: that is the outcome.</summary>
public sealed class RefreshSource(Fetcher fetcher, RobotsDesk robots, SqlStore store, IntakeWriter writer, HubSubscriptions hubs, ReadingGuard guard, TimeProvider clock)
{
    /// <summary>Visits the source, reads what it shows, stores what is new, and notes how it went.</summary>
    /// <returns>The outcome, after it was committed.</returns>
    public async Task<PollOutcome> RunAsync(DuePoll poll, CancellationToken stop)
    {
        // A page is made for people, so its host is asked first; a feed is made for us. What turns out to be a page is asked for then.
        var forbidden = poll.Kind == SourceKind.Page ? await robots.ForbidsAsync(poll.Url, stop) : null;
        var response = forbidden is null ? await fetcher.GetAsync(poll.Request, stop) : new FetchResponse { FinalUrl = poll.Url, Problem = forbidden };
        if (response.Problem is not null) return await RecordAsync(PollKind.Failed, response, []);
        if (response.NotModified) return await SameAsync(response);

        long? hash = HashOf(response.Body.Span);
        if (hash == poll.Last.BodyHash) return await SameAsync(response);

        var read = await ReadAsync(poll, response, stop);
        // Its bytes are not noted: they are read as soon as the host allows it.
        if (read.IsPage && await robots.ForbidsAsync(response.FinalUrl, stop) is { } refused)
            return await RecordAsync(PollKind.Failed, response with { Problem = refused, ETag = null, LastModified = null }, []);
        var reading = await CompleteAsync(poll, await WithPartsAsync(poll, read, stop), stop);
        if (reading.Problem is { } problem) return await RecordAsync(PollKind.Failed, response with { Problem = problem }, [], hash);
        // That an index is the same says nothing of its parts: it is asked for whole, and they are read, at each visit.
        if (reading.HasUndatedParts) (response, hash) = (response with { ETag = null, LastModified = null }, null);
        if (reading.Hub is { } hub && hub.Hub != poll.Hub) await hubs.OfferAsync(poll.SourceId, hub, stop);
        var outcome = await RecordAsync(PollKind.Read, response, reading.Arrivals, hash, reading.Hints);
        // The hub should have told us: until it does again, visits come at the source's own rhythm.
        if (poll.IsPushed && outcome.NewArticles > 0) await hubs.NoteAsync(poll.SourceId, works: false, stop);
        return outcome;

        // The same body has the same fault.
        Task<PollOutcome> SameAsync(FetchResponse said) => poll.Last.Unreadable is { } still
            ? RecordAsync(PollKind.Failed, said with { Problem = still }, [])
            : RecordAsync(PollKind.Unchanged, said, []);

        Task<PollOutcome> RecordAsync(
            PollKind kind, FetchResponse said, IReadOnlyList<Arrival> arrivals, long? bodyHash = null, FeedHints? hints = null) =>
            writer.WriteAsync(new(poll, said, clock.GetUtcNow(), kind, arrivals, bodyHash, hints), stop);
    }

    private Task<SourceReading> ReadAsync(DuePoll poll, FetchResponse response, CancellationToken stop) =>
        guard.ReadAsync(response.FinalUrl, () => SourceReader.Read(response, poll.Language, poll.Kind, poll.Rules), problem => new SourceReading([], Problem: problem), stop);

    /// <summary>A sitemap index is read with its newest parts; a page, at the first visit, with the page of older entries.</summary>
    private async Task<SourceReading> WithPartsAsync(DuePoll poll, SourceReading reading, CancellationToken stop)
    {
        var arrivals = reading.Arrivals.ToList();
        foreach (var url in reading.Older is { } older && poll.Last.BodyHash is null ? [older] : reading.Parts)
        {
            if (await robots.ForbidsAsync(url, stop) is not null) continue;
            var response = await fetcher.GetAsync(new(url), stop);
            // What is missing now is there at the next visit.
            if (response.Problem is null) arrivals.AddRange((await ReadAsync(poll, response, stop)).Arrivals);
        }

        return reading with { Arrivals = arrivals };
    }

    /// <summary>Reads what is new to its end, before the write that others wait for.</summary>
    private async Task<SourceReading> CompleteAsync(DuePoll poll, SourceReading reading, CancellationToken stop)
    {
        if (reading.Arrivals.Count == 0) return reading;
        var news = poll.Last.BodyHash is null ? reading.Arrivals : await store.ReadAsync((session, inner) => KnownArticle.NewsAsync(session, poll.SourceId, reading.Arrivals, inner), stop);
        return await guard.ReadAsync(poll.Url, () => reading.Complete(news), problem => new SourceReading([], Problem: problem), stop);
    }

    private static long HashOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
