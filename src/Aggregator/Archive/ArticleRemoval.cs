using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>Takes articles out of the archive for good and leaves tombstones, so that no feed that still shows them brings them back.</summary>
public static class ArticleRemoval
{
    /// <summary>Merge, split and remove, as story_move has them.</summary>
    private const string MovesThatFix = "1, 2, 3";

    /// <summary>Removes articles with all that hangs on them. Inside a write.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RunAsync(SqlSession session, IReadOnlyCollection<int> articles, DateTimeOffset now, CancellationToken stop)
    {
        if (articles.Count == 0) return 0;
        (string, object?)[] ids = [("ids", session.Keys(articles))];
        await session.RunAsync(
            $"INSERT INTO tombstone(url_key, deleted_at) SELECT url_key, {now.UtcTicks} FROM article WHERE {session.Among("id", "ids")} ON CONFLICT DO NOTHING", ids, stop);
        await session.RunAsync(
            $"INSERT INTO tombstone(url_key, deleted_at) SELECT url_key, {now.UtcTicks} FROM merged_address WHERE {session.Among("article_id", "ids")} ON CONFLICT DO NOTHING", ids, stop);
        var stories = await session.QueryAsync($"SELECT DISTINCT story_id FROM story_member WHERE {session.Among("article_id", "ids")}", ids, row => row.GetInt32(0), stop);
        var made = await session.QueryAsync($"SELECT DISTINCT story_id FROM story_member WHERE is_fixed AND {session.Among("article_id", "ids")}", ids, row => row.GetInt32(0), stop);
        await session.UnindexAsync(articles, stop);
        await session.RemoveBandsAsync(articles, stop);
        // Texts, appearances, edges, revisions and places in stories go with their article (ON DELETE CASCADE).
        var removed = await session.RunAsync($"DELETE FROM article WHERE {session.Among("id", "ids")}", ids, stop);
        await ShrinkAsync(session, stories, made, stop);
        return removed;
    }

    /// <summary>A story that lost articles counts anew; one without articles is none, unless editors have it in hand: in a pad, pinned, or fixed by a merge or a split that holds.</summary>
    /// <param name="made">Stories into which an editor had put some of the removed articles.</param>
    private static async Task ShrinkAsync(SqlSession session, List<int> stories, List<int> made, CancellationToken stop)
    {
        if (stories.Count == 0) return;
        (string, object?)[] ids = [("ids", session.Keys(stories)), ("made", session.Keys(made))];
        await session.RunAsync(
            $"""
             DELETE FROM story WHERE {session.Among("id", "ids")} AND NOT ({session.Among("id", "made")}) AND pinned_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM story_member m WHERE m.story_id = story.id)
             AND NOT EXISTS (SELECT 1 FROM pad_story p WHERE p.story_id = story.id)
             AND NOT EXISTS (SELECT 1 FROM story_move v WHERE v.story_id = story.id AND v.undone_at IS NULL AND v.kind IN ({MovesThatFix}))
             """,
            ids,
            stop);
        await session.RunAsync(
            $"UPDATE story SET articles = (SELECT count(*) FROM story_member m WHERE m.story_id = story.id) WHERE {session.Among("id", "ids")}", ids[..1], stop);
    }
}
