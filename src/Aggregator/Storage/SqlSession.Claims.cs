namespace Aggregator.Storage;

/// <content>Who works on what: leases on due rows, and the budget of each host.</content>
public abstract partial class SqlSession
{
    /// <summary>A host is free when nobody holds a row of it, for a visit or for a page, and it does not rest.</summary>
    private const string FreeHost =
        "NOT EXISTS (SELECT 1 FROM host_rest r WHERE r.host = p.host AND r.until > @rested)"
        + " AND p.host NOT IN (SELECT h.host FROM source_poll h WHERE h.lease_until > @now) AND p.host NOT IN (SELECT h.host FROM extraction h WHERE h.lease_until > @now)";

    private const string FreeRow = "(p.lease_until IS NULL OR p.lease_until <= @now)";

    /// <summary>Passes over rows that another transaction is just writing, where the database has several writers.</summary>
    protected abstract string SkipLocked { get; }

    /// <summary>
    /// Takes up to <paramref name="claim"/>.Limit due visits of free hosts, the most overdue first and at most <paramref name="claim"/>.Depth
    /// of one host, and leases them. Hosts that get work rest for the pause. Inside a write.
    /// </summary>
    /// <returns>Ids of the sources, the most overdue first.</returns>
    public Task<IReadOnlyList<int>> ClaimPollsAsync(PollClaim claim, CancellationToken stop) => ClaimAsync(
        claim, "source_poll", "source_id", "p.due_at, p.source_id", $"source_poll p CROSS JOIN source s WHERE s.id = p.source_id AND {Due(claim)}", Values(claim), stop);

    /// <summary>Takes due extractions like <see cref="ClaimPollsAsync"/>, the latest articles first.</summary>
    /// <returns>Ids of the articles.</returns>
    public Task<IReadOnlyList<int>> ClaimExtractionsAsync(Claim claim, CancellationToken stop) => ClaimAsync(
        claim, "extraction", "article_id", "p.article_id DESC", $"extraction p WHERE p.due_at <= @now AND {FreeRow}", [("now", claim.Now.UtcTicks)], stop);

    /// <summary>Visits that the claim could take, were all hosts free.</summary>
    public Task<int> CountDueAsync(PollClaim claim, CancellationToken stop) =>
        CountAsync($"SELECT count(*) FROM source_poll p CROSS JOIN source s WHERE s.id = p.source_id AND {Due(claim)}", Values(claim), stop);

    /// <summary>Whether one of them could be taken before <paramref name="soon"/>: its host is nobody's and rests no longer than that.</summary>
    public async Task<bool> IsDueSoonAsync(PollClaim claim, DateTimeOffset soon, CancellationToken stop) => await CountAsync(
        $"SELECT count(*) FROM (SELECT 1 FROM source_poll p CROSS JOIN source s WHERE s.id = p.source_id AND {Due(claim)} AND {FreeHost} LIMIT 1) AS one",
        [.. Values(claim), ("rested", soon.UtcTicks)], stop) > 0;

    /// <inheritdoc cref="IsDueSoonAsync(PollClaim, DateTimeOffset, CancellationToken)"/>
    public async Task<bool> IsDueSoonAsync(Claim claim, DateTimeOffset soon, CancellationToken stop) => await CountAsync(
        $"SELECT count(*) FROM (SELECT 1 FROM extraction p WHERE p.due_at <= @now AND {FreeRow} AND {FreeHost} LIMIT 1) AS one",
        [("now", claim.Now.UtcTicks), ("rested", soon.UtcTicks)], stop) > 0;

    /// <summary>Gives leased visits back unmade. Inside a write.</summary>
    public Task<int> ReleasePollsAsync(string owner, IReadOnlyCollection<int> sources, CancellationToken stop) => RunAsync(
        $"UPDATE source_poll SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = @owner AND {Among("source_id", "sources")}",
        [("owner", owner), ("sources", Keys(sources))], stop);

    private async Task<IReadOnlyList<int>> ClaimAsync(
        Claim claim, string table, string key, string order, string from, IEnumerable<(string Name, object? Value)> values, CancellationToken stop)
    {
        await WaitForTurnAsync(Turn.Claims, stop);
        // A host with a pace of its own has places of its own.
        var own = claim.Paces.Select((pace, at) => $"WHEN @host{at} THEN {claim.PlacesOf(pace)}");
        var places = claim.Paces.Count == 0 ? "@depth" : $"(CASE p.host {string.Join(' ', own)} ELSE @depth END)";
        // The index gives candidates in their order, so that a claim reads some and not all that is due; the places within a host are counted among them.
        var claimed = await QueryAsync(
            $"""
             WITH candidate AS (SELECT p.{key}, p.host, p.due_at FROM {from} AND {FreeHost} ORDER BY {order} LIMIT @candidates {SkipLocked}),
             placed AS (SELECT p.{key}, p.host, p.due_at, row_number() OVER (PARTITION BY p.host ORDER BY {order}) AS place FROM candidate p)
             UPDATE {table} SET lease_owner = @owner, lease_until = @until
             WHERE {key} IN (SELECT p.{key} FROM placed p WHERE p.place <= {places} ORDER BY {order} LIMIT @limit)
             RETURNING {key}, host
             """,
            [
                .. values, .. claim.Paces.Select((pace, at) => ($"host{at}", (object?)pace.Host)), ("rested", claim.Now.UtcTicks), ("owner", claim.Owner), ("until", claim.Until.UtcTicks), ("limit", claim.Limit),
                ("depth", claim.PerHost * claim.Depth), ("candidates", (4 * claim.Limit) + 200),
            ],
            row => (Id: row.GetInt32(0), Host: row.GetString(1)), stop);
        foreach (var rest in claimed.GroupBy(row => claim.PauseOf(row.Host), row => row.Host).Where(rest => rest.Key > TimeSpan.Zero))
            await RestAsync(rest, claim.Now + rest.Key, stop);
        return [.. claimed.Select(row => row.Id)];
    }

    private static string Due(PollClaim claim) =>
        $"s.retired_at IS NULL AND {FreeRow}{(claim.All ? "" : " AND p.due_at <= @now")} AND (p.not_before IS NULL OR p.not_before <= @now)"
        + $" AND (p.visited_at IS NULL OR p.visited_at < @round){(claim.SourceId is null ? "" : " AND p.source_id = @source")}";

    private static (string Name, object? Value)[] Values(PollClaim claim) => claim.SourceId is null
        ? [("now", claim.Now.UtcTicks), ("round", claim.Round.UtcTicks)]
        : [("now", claim.Now.UtcTicks), ("round", claim.Round.UtcTicks), ("source", claim.SourceId)];
}
