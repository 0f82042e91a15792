using Aggregator.Reading.Searching;
using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Makes and renews what search holds of articles.</summary>
public static class SearchEntries
{
    /// <summary>The entry of an article whose words are made already.</summary>
    public static SearchEntry Of(Article article, string title, string text, IEnumerable<string> tags) =>
        new(article.Id, title, text, SearchWords.Marks(article.SourceId, article.Language, article.Time, article.Text.ImageUrl is not null, tags));

    /// <summary>Writes the entries of articles anew, as their rows are now. Inside a write.</summary>
    public static async Task RenewAsync(SqlSession session, IReadOnlyCollection<int> articles, CancellationToken stop)
    {
        if (articles.Count > 0) await session.IndexAsync(await ReadAsync(session, articles, stop), replace: true, stop);
    }

    /// <summary>The entries of articles, made of their rows.</summary>
    internal static async Task<List<SearchEntry>> ReadAsync(SqlSession session, IReadOnlyCollection<int> articles, CancellationToken stop)
    {
        var keys = new (string Name, object? Value)[] { ("ids", session.Keys(articles)) };
        var tags = (await session.QueryAsync(
            $"SELECT article_id, tags FROM appearance WHERE {session.Among("article_id", "ids")}", keys, row => (Id: row.GetInt32(0), Tags: StringListJson.Read(row.GetString(1))), stop))
            .ToLookup(row => row.Id, row => row.Tags);
        return await session.QueryAsync(
            $"SELECT a.id, a.title, a.language, a.source_id, a.time, t.text, t.image_url FROM article a JOIN article_text t ON t.article_id = a.id WHERE {session.Among("a.id", "ids")}", keys,
            row =>
            {
                var language = row.Text(2);
                var time = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero);
                return new SearchEntry(
                    row.GetInt32(0), SearchWords.OfText(row.GetString(1), language), SearchWords.OfText(row.GetString(5), language),
                    SearchWords.Marks(row.GetInt32(3), language, time, row.Text(6) is not null, tags[row.GetInt32(0)].SelectMany(list => list)));
            },
            stop);
    }
}
