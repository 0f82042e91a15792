using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Finds articles that are past their time: too old, or too many of one source. Those that editors use are left out.</summary>
public static class RetentionRows
{
    /// <summary>Articles older than their source keeps them, the oldest first.</summary>
    /// <param name="days">Days for sources that do not say; 0 for ever.</param>
    /// <param name="kept">Articles that stay whatever their age.</param>
    /// <param name="most">At most so many.</param>
    public static Task<List<int>> OldAsync(SqlSession session, DateTimeOffset now, int days, IReadOnlyCollection<int> kept, int most, CancellationToken stop) => session.QueryAsync(
        $"""
         SELECT a.id FROM article a JOIN source s ON s.id = a.source_id
         WHERE COALESCE(s.keep_days, @days) > 0 AND a.arrived_at < @now - COALESCE(s.keep_days, @days) * {TimeSpan.TicksPerDay} AND NOT ({session.Among("a.id", "kept")})
         ORDER BY a.arrived_at LIMIT @most
         """,
        [("now", now.UtcTicks), ("days", days), ("kept", session.Keys(kept)), ("most", most)], row => row.GetInt32(0), stop);

    /// <summary>Sources with more articles than they keep, and how many they keep.</summary>
    /// <param name="articles">Articles kept of sources that do not say; 0 keeps all.</param>
    public static Task<List<(int Source, int Keeps)>> FullAsync(SqlSession session, int articles, CancellationToken stop) => session.QueryAsync(
        """
        SELECT s.id, COALESCE(s.keep_articles, @articles) FROM source s
        WHERE COALESCE(s.keep_articles, @articles) > 0 AND (SELECT count(*) FROM article a WHERE a.source_id = s.id) > COALESCE(s.keep_articles, @articles)
        """,
        [("articles", articles)], row => (row.GetInt32(0), row.GetInt32(1)), stop);

    /// <summary>Articles of a source beyond the latest that it keeps, the oldest first.</summary>
    public static Task<List<int>> SurplusAsync(SqlSession session, int source, int keeps, IReadOnlyCollection<int> kept, int most, CancellationToken stop) => session.QueryAsync(
        $"""
         SELECT a.id FROM article a
         WHERE a.source_id = @source AND a.id < (SELECT b.id FROM article b WHERE b.source_id = @source ORDER BY b.id DESC LIMIT 1 OFFSET @above) AND NOT ({session.Among("a.id", "kept")})
         ORDER BY a.id LIMIT @most
         """,
        [("source", source), ("above", keeps - 1), ("kept", session.Keys(kept)), ("most", most)], row => row.GetInt32(0), stop);
}
