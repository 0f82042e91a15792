using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Fetching;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Publishing;

/// <summary>Looks at the addresses of an issue, through the guarded client, and writes down what they answered.</summary>
public sealed class VisitLinks(Fetcher fetcher, RobotsDesk robots, TimeProvider clock)
{
    /// <summary>Addresses of one issue that are looked at.</summary>
    private const int Most = 100;

    private const int AtOnce = 6;

    /// <summary>An answer is good for a while: pressing twice asks nobody twice.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <returns>How many were looked at now.</returns>
    public async Task<int> RunAsync(AggregatorDb db, Issue issue, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var addresses = LinkChecks.AddressesOf(await ReviewReader.ReadAsync(db, issue, "", now, stop)).Take(Most).ToList();
        var known = await db.LinkVisits.Where(visit => addresses.Contains(visit.Url)).ToDictionaryAsync(visit => visit.Url, StringComparer.Ordinal, stop);
        var due = addresses.Where(address => !known.TryGetValue(address, out var visit) || now - visit.At > Fresh).ToList();
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<string, FetchResponse>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (address, inner) =>
        {
            var forbidden = await robots.ForbidsAsync(address, inner);
            // Of a page that programs may not read nothing is said: a person opens it.
            if (forbidden?.Error is PollError.RobotsForbid or PollError.RobotsUnread) return;
            // A host that is not there makes a dead link, robots.txt or not.
            answers[address] = forbidden is null ? await fetcher.GetAsync(new(address, Accept: FetchRequest.Pages), inner)
                : new() { FinalUrl = address, Problem = forbidden };
        });
        await db.WriteAsync(
            async inner =>
            {
                foreach (var (address, answer) in answers)
                {
                    if (!known.TryGetValue(address, out var visit)) db.Add(visit = new() { Url = address });
                    (visit.At, visit.Status) = (now, answer.Status);
                    visit.FinalUrl = answer.FinalUrl.TrimEnd('/') == address.TrimEnd('/') ? null : answer.FinalUrl;
                }

                return await db.SaveChangesAsync(inner);
            },
            stop);
        return answers.Count;
    }
}
