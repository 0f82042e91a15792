using System.Buffers.Text;
using System.Security.Cryptography;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>
/// Subscriptions at hubs (WebSub, W3C Recommendation 2018): asked for when a source names a hub, confirmed when the hub asks back,
/// renewed before they end. What does not work is tried again later; visits go on whatever happens here.
/// </summary>
public sealed class HubSubscriptions(
    Func<AggregatorDb> databases, Fetcher fetcher, PushAddress address, IOptions<FetchingSettings> settings, TimeProvider clock)
{
    private const int MaxAttempts = 4, Most = 50;

    private static readonly TimeSpan WishedLease = TimeSpan.FromDays(10), Answer = TimeSpan.FromHours(1), RefusedFor = TimeSpan.FromDays(7), ShortestLease = TimeSpan.FromMinutes(5);

    /// <summary>Notes the hub that a source names; one that is known already, and any without a public address of ours, changes nothing.</summary>
    public async Task OfferAsync(int sourceId, HubLinks links, CancellationToken stop)
    {
        if (!address.IsOpen) return;
        await using var db = databases();
        var row = await db.Pushes.FirstOrDefaultAsync(push => push.SourceId == sourceId, stop);
        if (row?.Hub == links.Hub && row.Topic == links.Topic) return;
        if (row is not null) db.Remove(row);
        // A new token: what the old hub still sends goes nowhere.
        await db.SaveChangesAsync(stop);
        db.Add(new Push { SourceId = sourceId, Hub = links.Hub, Topic = links.Topic, Token = Token(), Secret = Token(), DueAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Asks the hubs that are due: new ones, those that have not answered, those whose lease ends soon.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(CancellationToken stop)
    {
        if (!address.IsOpen) return 0;
        await using var db = databases();
        var now = clock.GetUtcNow();
        var due = await db.Pushes.Where(push => push.DueAt <= now && db.Sources.Any(source => source.Id == push.SourceId && source.RetiredAt == null))
            .OrderBy(push => push.DueAt).Take(Most).ToListAsync(stop);
        foreach (var push in due)
        {
            // Before the request: a hub may ask back while it answers, and its answer must not be overwritten.
            NoteAttempt(push, now);
            await db.SaveChangesAsync(stop);
            var answer = await fetcher.GetAsync(Request(push), stop);
            if (answer.Problem is not null) await NoteFailureAsync(db, push, answer, stop);
        }

        return due.Count;
    }

    /// <summary>The hub asks whether we meant it.</summary>
    /// <returns>Whether to say yes: it is ours, about the address we asked for, and its source is still followed.</returns>
    public async Task<bool> ConfirmAsync(string token, string? mode, string? topic, int? leaseSeconds, CancellationToken stop)
    {
        await using var db = databases();
        if (await FindAsync(db, token, stop) is not { } push || topic != push.Topic) return false;
        var isFollowed = await db.Sources.AnyAsync(source => source.Id == push.SourceId && source.RetiredAt == null, stop);
        if (mode == "unsubscribe") return !isFollowed;
        if (mode == "denied") return await DenyAsync(db, push, stop);
        if (mode != "subscribe" || !isFollowed) return false;
        var lease = TimeSpan.FromSeconds(Math.Clamp(leaseSeconds ?? (int)WishedLease.TotalSeconds, (int)ShortestLease.TotalSeconds, (int)TimeSpan.FromDays(365).TotalSeconds));
        var now = clock.GetUtcNow();
        (push.State, push.Attempts, push.LeaseEndsAt, push.DueAt) = (PushState.Confirmed, 0, now + lease, now + lease * 0.9);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Whose push this is; null for a token that is none of ours.</summary>
    public async Task<Push?> FindAsync(string token, CancellationToken stop)
    {
        await using var db = databases();
        return await FindAsync(db, token, stop);
    }

    /// <summary>A signed push brought something new, or a visit found what should have been pushed.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="works">Which of the two.</param>
    public async Task NoteAsync(int sourceId, bool works, CancellationToken stop)
    {
        await using var db = databases();
        DateTimeOffset? at = works ? clock.GetUtcNow() : null;
        await db.WriteAsync(inner => db.Pushes.Where(push => push.SourceId == sourceId).ExecuteUpdateAsync(set => set.SetProperty(push => push.LastPushAt, at), inner), stop);
    }

    private FetchRequest Request(Push push) => new(push.Hub, Accept: "*/*")
    {
        Form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hub.mode"] = "subscribe",
            ["hub.topic"] = push.Topic,
            ["hub.callback"] = address.Callback(push.Token),
            ["hub.secret"] = push.Secret,
            ["hub.lease_seconds"] = ((int)WishedLease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    private static void NoteAttempt(Push push, DateTimeOffset now)
    {
        push.Attempts++;
        // A renewal leaves a confirmed one confirmed until its lease ends.
        if (push.LeaseEndsAt is null || push.LeaseEndsAt <= now) push.State = PushState.Asked;
        push.DueAt = now + Answer * Math.Pow(2, Math.Min(push.Attempts - 1, 4));
    }

    private async Task NoteFailureAsync(AggregatorDb db, Push push, FetchResponse answer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isFinal = answer.Status is >= 400 and < 500 and not 429 || push.Attempts >= MaxAttempts;
        push.DueAt = isFinal ? now + RefusedFor : NextCheck.AfterFailure(now, push.Attempts, settings.Value.MinInterval, settings.Value.MaxInterval, answer.RetryAfter, Random.Shared.NextDouble());
        if (isFinal) (push.State, push.Attempts) = (PushState.Refused, 0);
        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> DenyAsync(AggregatorDb db, Push push, CancellationToken stop)
    {
        (push.State, push.Attempts, push.LeaseEndsAt, push.LastPushAt, push.DueAt) = (PushState.Refused, 0, null, null, clock.GetUtcNow() + RefusedFor);
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static Task<Push?> FindAsync(AggregatorDb db, string token, CancellationToken stop) => db.Pushes.FirstOrDefaultAsync(push => push.Token == token, stop);

    private static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
