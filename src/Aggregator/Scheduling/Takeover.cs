using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Scheduling;

/// <summary>Frees at start what processes of this machine held when they died; leases of other machines run out by themselves.</summary>
public sealed class Takeover(Func<AggregatorDb> databases)
{
    /// <returns>How many visits and pages were freed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = databases();
        return await db.WriteAsync(inner => FreeAsync(db, inner), stop);
    }

    private static async Task<int> FreeAsync(AggregatorDb db, CancellationToken stop)
    {
        var polls = await db.SourcePolls.Where(row => row.LeaseOwner != null).Select(row => row.LeaseOwner!).Distinct().ToListAsync(stop);
        var pages = await db.Extractions.Where(row => row.LeaseOwner != null).Select(row => row.LeaseOwner!).Distinct().ToListAsync(stop);
        var dead = polls.Union(pages, StringComparer.Ordinal).Where(LeaseOwner.IsDead).ToList();
        if (dead.Count == 0) return 0;
        return await db.SourcePolls.Where(row => dead.Contains(row.LeaseOwner!)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), stop)
            + await db.Extractions.Where(row => dead.Contains(row.LeaseOwner!)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), stop);
    }
}
