using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Takes articles out of the archive for good and leaves tombstones, so that no feed that still shows them brings them back.</summary>
public static class ArticleRemoval
{
    /// <summary>Removes articles with all that hangs on them. Inside a write.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RunAsync(SqlSession session, IReadOnlyCollection<int> articles, DateTimeOffset now, CancellationToken stop)
    {
        if (articles.Count == 0) return 0;
        (string, object?)[] ids = [("ids", session.Keys(articles))];
        await session.RunAsync(
            $"INSERT INTO tombstone(url_key, deleted_at) SELECT url_key, {now.UtcTicks} FROM article WHERE {session.Among("id", "ids")} ON CONFLICT DO NOTHING", ids, stop);
        var stories = await session.QueryAsync($"SELECT DISTINCT story_id FROM story_member WHERE {session.Among("article_id", "ids")}", ids, row => row.GetInt32(0), stop);
        await session.UnindexAsync(articles, stop);
        await session.RemoveBandsAsync(articles, stop);
        // Texts, appearances, edges, revisions and places in stories go with their article (ON DELETE CASCADE).
        var removed = await session.RunAsync($"DELETE FROM article WHERE {session.Among("id", "ids")}", ids, stop);
        await ShrinkAsync(session, stories, stop);
        return removed;
    }

    /// <summary>A story that lost articles counts anew; one without articles is none.</summary>
    private static async Task ShrinkAsync(SqlSession session, List<int> stories, CancellationToken stop)
    {
        if (stories.Count == 0) return;
        (string, object?)[] ids = [("ids", session.Keys(stories))];
        await session.RunAsync(
            $"DELETE FROM story WHERE {session.Among("id", "ids")} AND NOT EXISTS (SELECT 1 FROM story_member m WHERE m.story_id = story.id)", ids, stop);
        await session.RunAsync(
            $"UPDATE story SET articles = (SELECT count(*) FROM story_member m WHERE m.story_id = story.id) WHERE {session.Among("id", "ids")}", ids, stop);
    }
}
