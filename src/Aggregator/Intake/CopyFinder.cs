using Aggregator.Archive;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Ties articles of equal folded text: the first to arrive is the original, the others are its copies, and no copy is an
/// original. Items of one page are none: a ticker says the same twice. Runs inside a write.
/// </summary>
internal static class CopyFinder
{
    /// <summary>Adds the edges that these texts (of articles that are stored, and not copies yet) make necessary.</summary>
    /// <returns>Ids of the new copies: of these articles, or of ones that arrived later but were read earlier.</returns>
    public static async Task<IReadOnlySet<int>> AddEdgesAsync(SqlSession session, IEnumerable<long?> textHashes, CancellationToken stop)
    {
        var hashes = textHashes.OfType<long>().Distinct().ToList();
        var copies = new Dictionary<int, int>();
        if (hashes.Count == 0) return copies.Keys.ToHashSet();

        var same = await session.QueryAsync(
            $"""
             SELECT a.id, a.text_hash, a.url_key FROM article a
             WHERE {session.Among("a.text_hash", "hashes")} AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.article_id = a.id)
             """,
            [("hashes", session.Keys(hashes))], row => (Id: row.GetInt32(0), Hash: row.GetInt64(1), UrlKey: row.GetString(2)), stop);
        foreach (var group in same.GroupBy(article => article.Hash))
        {
            var original = group.MinBy(article => article.Id);
            foreach (var (id, _, urlKey) in group)
                if (id != original.Id && !SharedPage.AreOfOne(urlKey, original.UrlKey)) copies.Add(id, original.Id);
        }

        await session.InsertAsync(
            "copy", ["article_id", "original_id", "score", "method"],
            [.. copies.Select(edge => new object?[] { edge.Key, edge.Value, 1.0, (int)CopyMethod.EqualText })], stop);
        // Copies of an article that has just become a copy itself move on to its original.
        await session.RunManyAsync("UPDATE copy SET original_id = @original WHERE original_id = @copy", ["copy", "original"], [.. copies.Select(edge => new object?[] { edge.Key, edge.Value })], stop);
        return copies.Keys.ToHashSet();
    }
}
