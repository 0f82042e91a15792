namespace Aggregator.Storage;

/// <summary>Bands as rows of a plain table.</summary>
public sealed partial class PostgresSession
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<long, IReadOnlyList<int>>> FindBandsAsync(IReadOnlyCollection<long> keys, int most, CancellationToken stop)
    {
        var rows = await QueryAsync(
            """
            SELECT k.band, b.article_id FROM unnest(@keys) AS k(band)
            CROSS JOIN LATERAL (SELECT article_id FROM article_band WHERE band = k.band ORDER BY article_id DESC LIMIT @most) b
            """,
            [("keys", Keys(keys)), ("most", most)], row => (Band: row.GetInt64(0), Article: row.GetInt32(1)), stop);
        return rows.GroupBy(row => row.Band, row => row.Article).ToDictionary(band => band.Key, IReadOnlyList<int> (band) => [.. band.OrderDescending()]);
    }

    /// <inheritdoc/>
    public override Task AddBandsAsync(IReadOnlyList<(int Article, long[] Keys)> articles, CancellationToken stop) => RunManyAsync(
        "INSERT INTO article_band(band, article_id) SELECT band, @article FROM unnest(@keys) AS k(band) ON CONFLICT DO NOTHING", ["article", "keys"],
        [.. articles.Select(article => new object?[] { article.Article, article.Keys })], stop);

    /// <inheritdoc/>
    public override Task RemoveBandsAsync(IReadOnlyCollection<int> articles, CancellationToken stop) =>
        RunAsync($"DELETE FROM article_band WHERE {Among("article_id", "ids")}", [("ids", Keys(articles))], stop);

    /// <inheritdoc/>
    public override Task<int> ForgetBandsAsync(int upTo, int most, CancellationToken stop) => RunAsync(
        "DELETE FROM article_band WHERE article_id IN (SELECT DISTINCT article_id FROM article_band WHERE article_id <= @upTo ORDER BY article_id LIMIT @most)",
        [("upTo", upTo), ("most", most)], stop);
}
