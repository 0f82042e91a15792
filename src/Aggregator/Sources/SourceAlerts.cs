using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>Opens an alert when a source needs a person and closes it when it no longer does.</summary>
public sealed class SourceAlerts(Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <summary>Looks at all sources.</summary>
    /// <returns>How many alerts were opened or closed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var db = databases();
        var now = clock.GetUtcNow();
        var sources = await db.Sources.AsNoTracking().Include(source => source.Poll).ToListAsync(stop);
        var health = sources.ToDictionary(source => source.Id, source => SourceHealth.Of(source, now));
        var open = await db.Alerts.Where(alert => alert.ClosedAt == null).ToListAsync(stop);
        var standing = open.Select(alert => alert.SourceId).ToHashSet();
        foreach (var alert in open.Where(alert => health[alert.SourceId].State != alert.State))
        {
            alert.ClosedAt = now;
            standing.Remove(alert.SourceId);
        }

        // A source that grew from failing to dead is a new alert; the mail says so once more.
        foreach (var (id, state) in health.Where(pair => pair.Value.IsAlarming && !standing.Contains(pair.Key)))
            db.Add(new Alert { SourceId = id, State = state.State, Since = state.Since ?? now, OpenedAt = now });
        return db.ChangeTracker.HasChanges() ? await db.SaveChangesAsync(stop) : 0;
    }
}
