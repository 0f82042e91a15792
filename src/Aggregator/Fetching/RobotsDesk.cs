using System.Collections.Concurrent;
using System.Text;
using Aggregator.Reading.Robots;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Fetching;

/// <summary>
/// Whether a page may be read by a program (RFC 9309). Asked for pages; a feed is made for programs, and its address is given by its
/// publisher. A host's file is fetched once a day, kept in a row, and asked of one visitor while others wait.
/// </summary>
public sealed class RobotsDesk(Fetcher fetcher, Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <summary>Our product token; the first word of the User-Agent.</summary>
    public const string Product = "SocialReport";

    /// <summary>Hosts kept in memory; their rows hold them all.</summary>
    internal const int MostKnown = 2_000;

    private static readonly TimeSpan Good = TimeSpan.FromDays(1), GoodWhenFailed = TimeSpan.FromHours(1), KeepWhenFailed = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, Lazy<Task<Known>>> known = new(StringComparer.Ordinal);

    /// <summary>Hosts whose answer is in memory.</summary>
    internal int KnownHosts => known.Count;

    /// <summary>The problem to record when the page must not be read, or null.</summary>
    public async Task<FetchProblem?> ForbidsAsync(string url, CancellationToken stop)
    {
        // What is no web address is the fetcher's to refuse.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        var rules = await RulesAsync(address.GetLeftPart(UriPartial.Authority).ToLowerInvariant(), stop);
        return rules.Allows(address) ? null : new(PollError.RobotsForbid, url);
    }

    private async Task<RobotsRules> RulesAsync(string origin, CancellationToken stop)
    {
        while (true)
        {
            if (known.Count >= MostKnown) known.Clear();
            var asked = known.GetOrAdd(origin, name => new(() => AskAsync(name)));
            var found = await asked.Value.WaitAsync(stop);
            if (found.GoodUntil > clock.GetUtcNow()) return found.Rules;
            known.TryRemove(new(origin, asked));
        }
    }

    /// <summary>A fault of ours, of the database say, is no answer: whoever comes next asks again.</summary>
    private async Task<Known> AskAsync(string origin)
    {
        try
        {
            return await FindAsync(origin);
        }
        catch
        {
            known.TryRemove(origin, out _);
            throw;
        }
    }

    /// <summary>From its row, else from the host. Not stopped with one visit: others wait for the same answer.</summary>
    private async Task<Known> FindAsync(string origin)
    {
        var now = clock.GetUtcNow();
        await using var db = databases();
        var row = await db.RobotsCopies.FirstOrDefaultAsync(copy => copy.Origin == origin);
        if (row?.GoodUntil > now) return Read(row);
        var answer = await fetcher.GetAsync(new(origin + "/robots.txt", Accept: "text/plain, */*;q=0.5"), CancellationToken.None);
        if (row is null) db.Add(row = new() { Origin = origin });
        Keep(row, answer, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another process was faster: its copy is as good.
        }

        return Read(row);
    }

    /// <summary>
    /// A file is its rules; no file (4xx) allows all; a server that fails allows nothing for an hour, or what it said within the last
    /// 30 days (RFC 9309 §2.3.1).
    /// </summary>
    internal static void Keep(RobotsCopy row, FetchResponse answer, DateTimeOffset now)
    {
        if (answer.Problem is null || answer.Status is >= 400 and < 500 and not 429)
        {
            row.Text = answer.Problem is null ? Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, RobotsFile.MaxBytes)]) : "";
            (row.FetchedAt, row.GoodUntil) = (now, now + Good);
            return;
        }

        if (row.Text is null || now - row.FetchedAt > KeepWhenFailed) (row.Text, row.FetchedAt) = (null, now);
        row.GoodUntil = now + GoodWhenFailed;
    }

    private static Known Read(RobotsCopy row) => new(row.Text is null ? RobotsRules.AllowNone : RobotsFile.Read(row.Text, Product), row.GoodUntil);

    private sealed record Known(RobotsRules Rules, DateTimeOffset GoodUntil);
}
