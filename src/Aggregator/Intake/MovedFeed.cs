using System.Globalization;
using Aggregator.Reading.Text;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Knows the articles of a feed again after its site moved to another host, or took other addresses or other guids: none of its entries is known
/// any more, and all would come a second time. Only when a source that had articles shows not a single one of them is it looked at closer:
/// an entry is an old article when the source calls it the same, when its address differs in the host alone, or when its title is the
/// same. If that goes for half of the entries, the feed has moved, and these articles get their new addresses.
/// </summary>
internal static class MovedFeed
{
    /// <summary>Entries below which nothing can be told: one new article in a feed of one is just that.</summary>
    private const int FewestEntries = 3;

    /// <summary>The latest articles of a source that are compared; feeds show fewer.</summary>
    private const int MostArticles = 500;

    /// <summary>An article as the source had it.</summary>
    private sealed record Former(KnownArticle Article, string UrlKey, string Title, string? EntryKey);

    /// <summary>Finds the feeds that have moved, puts their articles at their new addresses, and adds them to what is known.</summary>
    /// <param name="known">Articles by UrlKey.</param>
    public static async Task RecogniseAsync(SqlSession session, IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known, CancellationToken stop)
    {
        foreach (var record in records)
        {
            if (record.Arrivals.Count < FewestEntries || record.Arrivals.Any(arrival => known.ContainsKey(arrival.UrlKey))) continue;
            var former = await FormerAsync(session, record.Poll.SourceId, stop);
            await MoveAsync(session, record.Poll.SourceId, Matches(record.Arrivals, former).Where(match => known.TryAdd(match.Arrival.UrlKey, match.Article)).ToList(), stop);
        }
    }

    private static async Task MoveAsync(SqlSession session, int sourceId, List<(Arrival Arrival, KnownArticle Article)> moved, CancellationToken stop)
    {
        if (moved.Count == 0) return;
        await session.RunManyAsync(
            "UPDATE article SET url_key = @url_key, url = @url WHERE id = @id", ["url_key", "url", "id"],
            [.. moved.Select(match => new object?[] { match.Arrival.UrlKey, match.Arrival.Url, match.Article.Id })], stop);
        await session.RunManyAsync(
            "UPDATE appearance SET entry_key = @entry_key WHERE article_id = @article_id AND source_id = @source_id", ["entry_key", "article_id", "source_id"],
            [.. moved.Select(match => new object?[] { match.Arrival.EntryKey, match.Article.Id, sourceId })], stop);
    }

    /// <summary>The old article of each entry that is one; none when they are fewer than half. Pure.</summary>
    private static IReadOnlyList<(Arrival Arrival, KnownArticle Article)> Matches(IReadOnlyList<Arrival> arrivals, IReadOnlyList<Former> former)
    {
        if (former.Count == 0) return [];
        var ways = new (Func<Former, string?> Old, Func<Arrival, string?> New)[]
        {
            (old => old.EntryKey, arrival => arrival.EntryKey),
            (old => AfterHost(old.UrlKey), arrival => AfterHost(arrival.UrlKey)),
            (old => FoldedText.Of(old.Title), arrival => FoldedText.Of(arrival.Text.Title)),
        };
        var matches = new List<(Arrival, KnownArticle)>();
        var left = arrivals.ToList();
        var taken = new HashSet<int>();
        foreach (var (old, fresh) in ways)
        {
            // What several articles share tells none of them.
            var by = former.Where(f => !taken.Contains(f.Article.Id) && !string.IsNullOrEmpty(old(f))).GroupBy(f => old(f)!, StringComparer.Ordinal)
                .Where(same => !same.Skip(1).Any()).ToDictionary(same => same.Key, same => same.First().Article, StringComparer.Ordinal);
            foreach (var arrival in left.ToList())
            {
                if (fresh(arrival) is not { Length: > 0 } name || !by.Remove(name, out var article)) continue;
                matches.Add((arrival, article));
                taken.Add(article.Id);
                left.Remove(arrival);
            }
        }

        return matches.Count * 2 >= arrivals.Count ? matches : [];
    }

    /// <summary>Path and query of a UrlKey; null where there is too little of it to be one article's.</summary>
    private static string? AfterHost(string urlKey) => urlKey.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 && urlKey.Length - at > 4 ? urlKey[at..] : null;

    private static Task<List<Former>> FormerAsync(SqlSession session, int sourceId, CancellationToken stop) => session.QueryAsync(
        $"""
        SELECT article.id, article.source_id, article.given_hash, article.is_whole, article.url_key, article.title, appearance.entry_key
        FROM appearance JOIN article ON article.id = appearance.article_id
        WHERE appearance.source_id = @source_id ORDER BY article.id DESC LIMIT {MostArticles.ToString(CultureInfo.InvariantCulture)}
        """,
        [("source_id", sourceId)],
        row => new Former(
            new(row.GetInt32(0), row.GetInt32(1), row.Number(2), row.GetBoolean(3)), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6)), stop);
}
