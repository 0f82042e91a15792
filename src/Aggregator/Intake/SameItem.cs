using System.Data.Common;
using Aggregator.Reading.Text;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Knows an item again that has no address of its own and was edited: its article is found by its text, which is another now. The
/// source still calls it the same (its guid), on the same page; and it must still speak of the same thing, for some feeds give a guid to
/// each place of a list, whatever stands there.
/// </summary>
internal static class SameItem
{
    /// <summary>Share of the words of the shorter text that the other holds when one is an edition of the other.</summary>
    private const double LeastOfShorter = .5;

    private sealed record Former(KnownArticle Article, string UrlKey, string EntryKey, string Title, string Text);

    /// <summary>Adds the articles of edited items to what is known, and names them after their new text.</summary>
    /// <param name="known">Articles by UrlKey.</param>
    public static async Task RecogniseAsync(
        SqlSession session, IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known, CancellationToken stop)
    {
        foreach (var record in records)
        {
            var unknown = record.Arrivals.Where(arrival => SharedPage.Of(arrival.UrlKey) is not null && !known.ContainsKey(arrival.UrlKey))
                .DistinctBy(arrival => arrival.EntryKey, StringComparer.Ordinal).ToList();
            if (unknown.Count == 0) continue;
            // An article that the feed still shows as it was is no former state of another item.
            var shown = record.Arrivals.Select(arrival => arrival.UrlKey).ToHashSet(StringComparer.Ordinal);
            var former = new Dictionary<string, Former>(StringComparer.Ordinal);
            foreach (var old in await FormerAsync(session, record.Poll.SourceId, unknown, stop))
                if (!shown.Contains(old.UrlKey)) former[old.EntryKey] = old;

            var found = new List<(Arrival Arrival, KnownArticle Article)>();
            foreach (var arrival in unknown)
                if (former.TryGetValue(arrival.EntryKey, out var old) && IsEdition(arrival, old)) found.Add((arrival, old.Article));

            foreach (var (arrival, article) in found) known[arrival.UrlKey] = article;
            await RenameAsync(session, found, stop);
        }
    }

    private static bool IsEdition(Arrival arrival, Former old) =>
        (SharedPage.Of(old.UrlKey) ?? old.UrlKey) == SharedPage.Of(arrival.UrlKey)
        && (FoldedText.Of(arrival.Text.Title) == FoldedText.Of(old.Title) || SharesWords(arrival.Text.Plain, old.Text));

    private static bool SharesWords(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Count > 0 && second.Count > 0 && first.Count(second.Contains) >= LeastOfShorter * Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Words(string text) =>
        FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static async Task RenameAsync(SqlSession session, List<(Arrival Arrival, KnownArticle Article)> found, CancellationToken stop)
    {
        if (found.Count == 0) return;
        await session.RunManyAsync(
            "UPDATE article SET url_key = @url_key WHERE id = @id", ["url_key", "id"],
            [.. found.Select(match => new object?[] { match.Arrival.UrlKey, match.Article.Id })], stop);
    }

    private static Task<List<Former>> FormerAsync(SqlSession session, int source, List<Arrival> arrivals, CancellationToken stop) =>
        session.QueryAsync(
            $"""
             SELECT a.id, a.source_id, a.given_hash, a.is_whole, a.url_key, p.entry_key, a.title, t.text
             FROM appearance p JOIN article a ON a.id = p.article_id JOIN article_text t ON t.article_id = a.id
             WHERE p.source_id = @source_id AND a.source_id = @source_id AND {session.Among("p.entry_key", "keys")} ORDER BY a.id
             """,
            [("source_id", source), ("keys", session.Keys([.. arrivals.Select(arrival => arrival.EntryKey)]))],
            row => new Former(ArticleOf(row), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)), stop);

    private static KnownArticle ArticleOf(DbDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.Number(2), row.GetBoolean(3));
}
