using Aggregator.Storage;

namespace Aggregator.Scheduling;

/// <summary>Frees at start what processes of this machine held when they died; leases of other machines run out by themselves.</summary>
public sealed class Takeover(SqlStore store)
{
    /// <returns>How many visits and pages were freed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var dead = await store.ReadAsync(DeadAsync, stop);
        return dead.Count == 0 ? 0 : await store.WriteAsync(
            async (session, inner) => await FreeAsync(session, "source_poll", dead, inner) + await FreeAsync(session, "extraction", dead, inner), stop);
    }

    private static async Task<List<string>> DeadAsync(SqlSession session, CancellationToken stop)
    {
        var owners = await session.QueryAsync(
            "SELECT lease_owner FROM source_poll WHERE lease_owner IS NOT NULL UNION SELECT lease_owner FROM extraction WHERE lease_owner IS NOT NULL", [],
            row => row.GetString(0), stop);
        return owners.FindAll(LeaseOwner.IsDead);
    }

    private static Task<int> FreeAsync(SqlSession session, string table, List<string> dead, CancellationToken stop) => session.RunAsync(
        $"UPDATE {table} SET lease_owner = NULL, lease_until = NULL WHERE {session.Among("lease_owner", "dead")}", [("dead", session.Keys(dead))], stop);
}
