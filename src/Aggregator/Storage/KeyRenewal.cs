using Aggregator.Reading.Urls;

namespace Aggregator.Storage;

/// <summary>
/// Brings stored keys to the rules of this program (<see cref="UrlKey.Rules"/>): by old keys, what feeds still show would come in a second
/// time, and a source of the list would be followed anew. Once after an update; then it is one look at one row.
/// </summary>
internal static class KeyRenewal
{
    /// <summary>Rows of one write: others wait for the gate.</summary>
    private const int Batch = 2_000;

    /// <summary>Characters of the mark of an entry without an address of its own, "#" and 16 hexadecimal digits.</summary>
    private const int EntryMark = 17;

    public static async Task RunAsync(SqlStore store, CancellationToken stop)
    {
        var rules = await store.ReadAsync((session, inner) => session.CountAsync("SELECT rules FROM key_rules", [], inner), stop);
        if (rules >= UrlKey.Rules) return;
        foreach (var table in (string[])["source", "article"])
            for (int? after = 0; after is not null;)
                after = await store.WriteAsync((session, inner) => RenewAsync(session, table, after.Value, inner), stop);
        await store.WriteAsync(async (session, inner) =>
        {
            await BuryAsync(session, inner);
            return await session.RunAsync("UPDATE key_rules SET rules = @rules", [("rules", UrlKey.Rules)], inner);
        }, stop);
    }

    /// <returns>The last row that was looked at; null when there are no more.</returns>
    private static async Task<int?> RenewAsync(SqlSession session, string table, int after, CancellationToken stop)
    {
        var rows = await session.QueryAsync(
            $"SELECT id, url, url_key FROM {table} WHERE id > @after ORDER BY id LIMIT {Batch}", [("after", after)],
            row => (Id: row.GetInt32(0), Url: row.GetString(1), Key: row.GetString(2)), stop);
        var changed = rows.Select(row => (row.Id, row.Key, New: Renewed(row.Url, row.Key))).Where(row => row.New != row.Key).ToList();
        // Two that were told apart until now: the one that has the key keeps it, and the other keeps its own.
        await session.RunManyAsync(
            $"UPDATE {table} SET url_key = @key WHERE id = @id AND NOT EXISTS (SELECT 1 FROM {table} other WHERE other.url_key = @key)",
                ["key", "id"],
            [.. changed.Select(row => new object?[] { row.New, row.Id })], stop);
        return rows.Count < Batch ? null : rows[^1].Id;
    }

    /// <summary>What was deleted stays away under its new key, too; a key reads like an address without its scheme.</summary>
    private static async Task BuryAsync(SqlSession session, CancellationToken stop)
    {
        var rows = await session.QueryAsync("SELECT url_key, deleted_at FROM tombstone", [], row =>
            (Key: row.GetString(0), At: row.GetInt64(1)), stop);
        var changed = rows.Select(row => (row.At, row.Key, New: Renewed($"https://{row.Key}", row.Key))).Where(row => row.New != row.Key);
        await session.InsertAsync("tombstone", ["url_key", "deleted_at"], [.. changed.Select(row => new object?[] { row.New, row.At })],
            stop, "ON CONFLICT DO NOTHING");
    }

    private static string Renewed(string url, string key)
    {
        // "clip:…" is no address: such a key is not made by these rules.
        if (!CanonicalUrl.TryParse(url, out _)) return key;
        var mark = key.Length > EntryMark && key[^EntryMark] == '#'
            && !key.AsSpan(key.Length - EntryMark + 1).ContainsAnyExcept("0123456789abcdef") ? key[^EntryMark..] : "";
        var made = UrlKey.Of(url);
        return made.EndsWith(mark, StringComparison.Ordinal) ? made : made + mark;
    }
}
