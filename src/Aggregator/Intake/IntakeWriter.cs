using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>Writes visits down: their new articles, their row, and when the next one is. Either all of a visit is stored or nothing.</summary>
public sealed class IntakeWriter(Func<AggregatorDb> databases, IOptions<FetchingSettings> settings)
    : BatchWriter<PollRecord, PollOutcome>(MostWeight, Linger)
{
    // About 20 ms of writing: visits that bring nothing weigh 1, an article 2.
    private const int MostWeight = 200;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(10);

    /// <summary>Visits kept of each source.</summary>
    private const int KeptPolls = 50;

    protected override int Weight(PollRecord record) => 1 + 2 * record.Arrivals.Count;

    protected override async Task<IReadOnlyList<PollOutcome>> CommitAsync(IReadOnlyList<PollRecord> records)
    {
        await using var db = databases();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return await db.WriteAsync(stop => StoreAsync(db, records, stop), CancellationToken.None);
    }

    private async Task<IReadOnlyList<PollOutcome>> StoreAsync(AggregatorDb db, IReadOnlyList<PollRecord> records, CancellationToken stop)
    {
        var taken = await ArticleIntake.TakeInAsync(db, records, stop);
        var ids = records.Select(record => record.Poll.SourceId).ToList();
        var rows = await db.SourcePolls.Where(row => ids.Contains(row.SourceId)).ToDictionaryAsync(row => row.SourceId, stop);
        foreach (var (record, brought) in records.Zip(taken))
        {
            db.Polls.Add(PollRow(record, brought.New));
            if (rows.TryGetValue(record.Poll.SourceId, out var row)) Update(row, record, brought.New > 0, settings.Value);
        }

        await RetireGoneAsync(db, records, stop);
        foreach (var record in records) await HostManners.RestAsync(db, record.Poll.Url, record.Response, record.At, settings.Value, stop);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(stop);
        await ForgetOldPollsAsync(db, ids, stop);
        return [.. records.Zip(taken, (record, brought) => new PollOutcome(
            record.Poll.SourceId, record.Poll.Name, record.Kind, record.Arrivals.Count, brought.New, brought.Copies,
            record.Response.Problem?.Error ?? PollError.None, record.Response.Problem?.Detail))];
    }

    private static Poll PollRow(PollRecord record, int newArticles) => new()
    {
        SourceId = record.Poll.SourceId,
        At = record.At,
        DurationMs = (int)record.Response.Duration.TotalMilliseconds,
        Status = record.Response.Status,
        Bytes = record.Response.Body.Length,
        Entries = record.Arrivals.Count,
        NewArticles = newArticles,
        Error = record.Response.Problem?.Error ?? PollError.None,
        ErrorDetail = record.Response.Problem?.Detail,
    };

    /// <summary>What the visit leaves for the next one. Pure but for the row.</summary>
    internal static void Update(SourcePoll row, PollRecord record, bool brought, FetchingSettings settings)
    {
        var response = record.Response;
        row.LeaseOwner = null;
        row.LeaseUntil = null;
        row.VisitedAt = record.At;
        row.Status = response.Status;
        row.Error = response.Problem?.Error ?? PollError.None;
        row.ErrorDetail = response.Problem?.Detail;
        row.NotBefore = response.RetryAfter;
        if (record.Kind == PollKind.Failed) Failed(row, record, settings);
        else Succeeded(row, record, brought, settings);
    }

    private static void Failed(SourcePoll row, PollRecord record, FetchingSettings settings)
    {
        row.ErrorCount++;
        row.DueAt = NextCheck.AfterFailure(
            record.At, row.ErrorCount, settings.MinInterval, settings.MaxInterval, record.Response.RetryAfter, Random.Shared.NextDouble());
    }

    private static void Succeeded(SourcePoll row, PollRecord record, bool brought, FetchingSettings settings)
    {
        var response = record.Response;
        row.ErrorCount = 0;
        row.Interval = NextCheck.Interval(row.Interval, brought, settings.MinInterval, settings.MaxInterval);
        if (brought) row.ChangedAt = record.At;
        // A 304 may repeat the validators or leave them out: what it leaves out stays (RFC 9110 §15.4.5).
        row.ETag = response.ETag ?? (response.NotModified ? row.ETag : null);
        row.LastModified = response.LastModified ?? (response.NotModified ? row.LastModified : null);
        row.ValidatorsUrl = response.FinalUrl;
        row.BodyHash = record.BodyHash ?? row.BodyHash;
        row.DueAt = NextCheck.AfterSuccess(
            record.At, record.Poll.FixedInterval ?? row.Interval, Longer(response.MaxAge, record.FreshFor), response.RetryAfter, settings.MaxInterval);
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a > b ? a : b;

    /// <summary>410: the site says it is gone for good (RFC 9110 §15.5.11). It is asked no more; its row says why.</summary>
    private static async Task RetireGoneAsync(AggregatorDb db, IReadOnlyList<PollRecord> records, CancellationToken stop)
    {
        foreach (var record in records.Where(record => record.Response.Problem?.Error == PollError.Gone))
            await db.Sources.Where(source => source.Id == record.Poll.SourceId && source.RetiredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(source => source.RetiredAt, record.At), stop);
    }

    private static async Task ForgetOldPollsAsync(AggregatorDb db, List<int> sourceIds, CancellationToken stop)
    {
        foreach (var id in sourceIds.Where(id => Random.Shared.Next(KeptPolls) == 0))
        {
            var kept = db.Polls.Where(poll => poll.SourceId == id).OrderByDescending(poll => poll.Id).Take(KeptPolls).Select(poll => poll.Id);
            await db.Polls.Where(poll => poll.SourceId == id && !kept.Contains(poll.Id)).ExecuteDeleteAsync(stop);
        }
    }
}
