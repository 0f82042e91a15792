using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>An article that was there before its source showed it again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">The source we saw it in first: the one whose word counts.</param>
/// <param name="GivenHash">What that source gave last; null when it was never noted.</param>
/// <param name="IsWhole">Whether the text is the whole article.</param>
internal sealed record KnownArticle(int Id, int SourceId, long? GivenHash, bool IsWhole)
{
    /// <summary>The arrivals of a source that are not stored as they are: new ones, and those it gives otherwise than before.</summary>
    public static async Task<IReadOnlyList<Arrival>> NewsAsync(SqlSession session, int source, IReadOnlyList<Arrival> arrivals, CancellationToken stop)
    {
        var known = await FindAsync(session, [.. arrivals.Select(arrival => arrival.UrlKey)], stop);
        return [.. arrivals.Where(arrival => !known.TryGetValue(arrival.UrlKey, out var article) || (article.SourceId == source && article.GivenHash != arrival.GivenHash))];
    }

    public static async Task<Dictionary<string, KnownArticle>> FindAsync(SqlSession session, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var rows = await session.QueryAsync(
            $"SELECT url_key, id, source_id, given_hash, is_whole FROM article WHERE {session.Among("url_key", "keys")}", [("keys", session.Keys(keys))],
            row => (Key: row.GetString(0), Article: new KnownArticle(row.GetInt32(1), row.GetInt32(2), row.Number(3), row.GetBoolean(4))), stop);
        return rows.ToDictionary(row => row.Key, row => row.Article, StringComparer.Ordinal);
    }
}
