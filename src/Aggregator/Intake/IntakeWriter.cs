using Aggregator.Fetching;
using Aggregator.Intake.Addresses;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>Writes visits down: their new articles, their row, and when the next one is. Either all of a visit is stored or nothing.</summary>
public sealed class IntakeWriter(SqlStore store, LearntParameters learnt, IOptions<FetchingSettings> settings)
    : BatchWriter<PollRecord, PollOutcome>(MostWeight, Linger)
{
    // About 20 ms of writing: visits that bring nothing weigh 1, an article 2.
    private const int MostWeight = 200;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(5);

    /// <summary>Visits kept of each source.</summary>
    private const int KeptPolls = 50;

    protected override int Weight(PollRecord record) => 1 + 2 * record.Arrivals.Count;

    protected override Task<IReadOnlyList<PollOutcome>> CommitAsync(IReadOnlyList<PollRecord> records) =>
        store.WriteAsync((session, stop) => StoreAsync(session, records, stop), CancellationToken.None);

    private async Task<IReadOnlyList<PollOutcome>> StoreAsync(SqlSession session, IReadOnlyList<PollRecord> records, CancellationToken stop)
    {
        var taken = await ArticleIntake.TakeInAsync(session, records, learnt, stop);
        var rows = await SourcePollRows.ReadAsync(session, [.. records.Select(record => record.Poll.SourceId)], stop);
        foreach (var (record, brought) in records.Zip(taken))
            if (rows.TryGetValue(record.Poll.SourceId, out var row)) Update(row, record, brought.New, settings.Value);

        await SourcePollRows.WriteAsync(session, rows.Values, stop);
        await session.InsertAsync("poll", PollColumns, [.. records.Zip(taken, (record, brought) => PollRow(record, brought.New))], stop);
        await RetireGoneAsync(session, records, stop);
        foreach (var record in records) await HostManners.RestAsync(session, record.Poll.Url, record.Response, record.At, settings.Value, stop);
        await ForgetOldPollsAsync(session, rows.Keys, stop);
        return [.. records.Zip(taken, (record, brought) => new PollOutcome(
            record.Poll.SourceId, record.Poll.Name, record.Kind, record.Arrivals.Count, brought.New, brought.Copies,
            record.Response.Problem?.Error ?? PollError.None, record.Response.Problem?.Detail) { ChangedArticles = brought.Changed })];
    }

    private static readonly string[] PollColumns =
        ["source_id", "at", "duration_ms", "status", "bytes", "entries", "new_articles", "error", "error_detail"];

    private static object?[] PollRow(PollRecord record, int newArticles) =>
    [
        record.Poll.SourceId, record.At.UtcTicks, (int)record.Response.Duration.TotalMilliseconds, record.Response.Status, record.Response.Body.Length,
        record.Arrivals.Count, newArticles, (int)(record.Response.Problem?.Error ?? PollError.None), record.Response.Problem?.Detail,
    ];

    /// <summary>What the visit leaves for the next one (<see cref="AfterVisit"/>).</summary>
    private static void Update(SourcePoll row, PollRecord record, int brought, FetchingSettings settings) =>
        AfterVisit.Note(row, record.Visit(brought), new(settings.MinInterval, settings.MaxInterval, Random.Shared.NextDouble()));

    /// <summary>410: the site says it is gone for good (RFC 9110 §15.5.11). It is asked no more; its row says why.</summary>
    private static Task RetireGoneAsync(SqlSession session, IReadOnlyList<PollRecord> records, CancellationToken stop) => session.RunManyAsync(
        "UPDATE source SET retired_at = @at WHERE id = @id AND retired_at IS NULL", ["at", "id"],
        [.. records.Where(record => record.Response.Problem?.Error == PollError.Gone).Select(record => new object?[] { record.At.UtcTicks, record.Poll.SourceId })], stop);

    /// <summary>Now and then, for some: a visit must not pay for counting those before it.</summary>
    private static Task ForgetOldPollsAsync(SqlSession session, IEnumerable<int> sourceIds, CancellationToken stop) => session.RunManyAsync(
        $"DELETE FROM poll WHERE source_id = @id AND id NOT IN (SELECT id FROM poll WHERE source_id = @id ORDER BY id DESC LIMIT {KeptPolls})", ["id"],
        [.. sourceIds.Where(_ => Random.Shared.Next(KeptPolls) == 0).Select(id => new object?[] { id })], stop);
}
