using System.Collections.Concurrent;
using System.Globalization;
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

    /// <summary>How long it is believed that there is no way to a host; else each of its pages would wait for the deadline anew.</summary>
    private static readonly TimeSpan GoodWhenUnreached = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Known>>> known = new(StringComparer.Ordinal);

    /// <summary>Hosts whose answer is in memory.</summary>
    internal int KnownHosts => known.Count;

    /// <summary>
    /// The problem to record when the page must not be read, or null. That robots.txt asks so is said only when it does; a host that
    /// cannot be reached for its robots.txt has the problem that its page would have.
    /// </summary>
    public async Task<FetchProblem?> ForbidsAsync(string url, CancellationToken stop)
    {
        // What is no web address is the fetcher's to refuse.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        var found = await AnswerAsync(address.GetLeftPart(UriPartial.Authority).ToLowerInvariant(), stop);
        if (found.Problem is not null) return found.Problem;
        return found.Rules.Allows(address) ? null : new(PollError.RobotsForbid, url);
    }

    private async Task<Known> AnswerAsync(string origin, CancellationToken stop)
    {
        while (true)
        {
            if (known.Count >= MostKnown) known.Clear();
            var asked = known.GetOrAdd(origin, name => new(() => AskAsync(name)));
            var found = await asked.Value.WaitAsync(stop);
            if (found.GoodUntil > clock.GetUtcNow()) return found;
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
        if (row is { Text: { } kept } && row.GoodUntil > now) return Read(kept, row.GoodUntil);
        var answer = await fetcher.GetAsync(new(origin + "/robots.txt", Accept: "text/plain, */*;q=0.5"), CancellationToken.None);
        now = clock.GetUtcNow();
        if (TextOf(answer) is not { } text) return Unanswered(row, answer, new Uri(origin), now);
        if (row is null) db.Add(row = new() { Origin = origin });
        (row.Text, row.FetchedAt, row.GoodUntil) = (text, now, now + Good);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another process was faster: its copy is as good.
        }

        return Read(text, row.GoodUntil);
    }

    /// <summary>The host's file; empty when it has none (4xx), so nothing is forbidden; null when it failed to say (RFC 9309 §2.3.1).</summary>
    private static string? TextOf(FetchResponse answer)
    {
        if (answer.Problem is null) return Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, RobotsFile.MaxBytes)]);
        return answer.Status is >= 400 and < 500 and not 429 ? "" : null;
    }

    /// <summary>
    /// A host that fails allows nothing for now, or what it said within the last 30 days. Kept in memory alone: after a restart it is
    /// asked again.
    /// </summary>
    private static Known Unanswered(RobotsCopy? row, FetchResponse answer, Uri origin, DateTimeOffset now)
    {
        // A server that answers with an error is left in peace; a network that was away may be back at once.
        var until = now + (answer.Status is null ? GoodWhenUnreached : GoodWhenFailed);
        return row is { Text: { } kept } && now - row.FetchedAt <= KeepWhenFailed ? Read(kept, until)
            : new(RobotsRules.AllowAll, until, ProblemOf(answer, origin));
    }

    /// <summary>A fault on the way to the host is the page's own; any other is one of the file.</summary>
    private static FetchProblem ProblemOf(FetchResponse answer, Uri origin)
    {
        var problem = answer.Problem!;
        if (answer.Status is null && IsOnTheWay(problem, origin)) return problem;
        var status = answer.Status?.ToString(CultureInfo.InvariantCulture);
        return new(PollError.RobotsUnread, status ?? problem.Detail ?? problem.Error.ToString());
    }

    private static bool IsOnTheWay(FetchProblem problem, Uri origin) => problem.Error switch
    {
        PollError.UnknownHost or PollError.NameUnanswered =>
            string.Equals(problem.Detail, origin.IdnHost, StringComparison.OrdinalIgnoreCase),
        PollError.Unreachable or PollError.Timeout or PollError.Tls or PollError.NotPublic or PollError.BadPort => true,
        _ => false,
    };

    private static Known Read(string text, DateTimeOffset until) => new(RobotsFile.Read(text, Product), until);

    private sealed record Known(RobotsRules Rules, DateTimeOffset GoodUntil, FetchProblem? Problem = null);
}
