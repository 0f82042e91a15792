using Aggregator.Archive;
using Aggregator.Reading.Text;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Notices that a publisher changed an article: its first source gives another title or text than before. What it said is kept as a
/// revision; an article whose text came from its page is read there again. Runs inside a write.
/// </summary>
internal static class RevisionIntake
{
    private sealed record Change(KnownArticle Article, Arrival Arrival, DateTimeOffset At);

    /// <returns>Keys of the articles that were changed.</returns>
    public static async Task<IReadOnlySet<string>> TakeInAsync(
        SqlSession session, IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known, CancellationToken stop)
    {
        var given = Given(records, known).ToList();
        if (given.Count == 0) return new HashSet<string>();
        await session.RunManyAsync("UPDATE article SET given_hash = @hash WHERE id = @id", ["hash", "id"], [.. given.Select(change => new object?[] { change.Arrival.GivenHash, change.Article.Id })], stop);

        var changes = given.FindAll(change => change.Article.GivenHash is not null);
        var old = await TextsAsync(session, changes, stop);
        // What differs in accents, case and punctuation alone is a new way to print it, perhaps our own: taken over, but no change to tell of.
        var told = changes.FindAll(change => !change.Arrival.IsWordless && IsTold(old[change.Article.Id], change));
        await ArticleRows.InsertAsync(session, [.. told.Select(change => Revision(old[change.Article.Id], change))], stop);
        var replaced = changes.FindAll(change => !IsPageToTell(change));
        await ReplaceAsync(session, replaced, stop);
        await RenameAsync(session, told.FindAll(IsPageToTell), stop);
        await ArticleRows.InsertAsync(session, [.. changes.Where(IsPageToTell).Select(Page)], stop);
        return told.Select(change => change.Arrival.UrlKey).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What the first source of a known article gives that it did not give before.</summary>
    private static IEnumerable<Change> Given(IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var arrival in record.Arrivals)
                if (!arrival.IsMerged && known.TryGetValue(arrival.UrlKey, out var article) && article.SourceId == record.Poll.SourceId && seen.Add(arrival.UrlKey) && article.GivenHash != arrival.GivenHash)
                    yield return new(article, arrival, record.At);
    }

    /// <summary>The page has told more than the feed gives: only its title is taken from here, and the page is read again.</summary>
    private static bool IsPageToTell(Change change) => change.Arrival.IsWordless || (change.Arrival.NeedsPage && change.Article.IsWhole);

    private static bool IsTold((string Title, string Text) old, Change change) =>
        FoldedText.Of(old.Title) != FoldedText.Of(change.Arrival.Text.Title)
        || (!IsPageToTell(change) && FoldedText.Of(old.Text) != FoldedText.Of(change.Arrival.Text.Plain));

    private static ArticleRevision Revision((string Title, string Text) old, Change change) =>
        new() { ArticleId = change.Article.Id, ReplacedAt = change.At, Title = old.Title, Text = old.Text };

    private static Extraction Page(Change change) => new() { ArticleId = change.Article.Id, Host = new Uri(change.Arrival.Url).IdnHost, DueAt = change.At };

    private static async Task<Dictionary<int, (string Title, string Text)>> TextsAsync(SqlSession session, List<Change> changes, CancellationToken stop)
    {
        if (changes.Count == 0) return [];
        var rows = await session.QueryAsync(
            $"SELECT a.id, a.title, t.text FROM article a JOIN article_text t ON t.article_id = a.id WHERE {session.Among("a.id", "ids")}",
            [("ids", session.Keys([.. changes.Select(change => change.Article.Id)]))], row => (Id: row.GetInt32(0), Title: row.GetString(1), Text: row.GetString(2)), stop);
        return rows.ToDictionary(row => row.Id, row => (row.Title, row.Text));
    }

    private static async Task ReplaceAsync(SqlSession session, List<Change> changes, CancellationToken stop)
    {
        if (changes.Count == 0) return;
        await session.RunManyAsync(
            "UPDATE article SET title = @title, language = @language, words = @words, text_hash = @text_hash, is_whole = @is_whole WHERE id = @id",
            ["title", "language", "words", "text_hash", "is_whole", "id"],
            [.. changes.Select(change => new object?[]
            {
                change.Arrival.Text.Title, change.Arrival.Text.Language, change.Arrival.Text.Words, change.Arrival.NeedsPage ? null : change.Arrival.Text.Hash,
                !change.Arrival.NeedsPage, change.Article.Id,
            })],
            stop);
        await session.RunManyAsync(
            "UPDATE article_text SET excerpt = @excerpt, text = @text, html = @html WHERE article_id = @id", ["excerpt", "text", "html", "id"],
            [.. changes.Select(change => new object?[] { change.Arrival.Text.Excerpt, change.Arrival.Text.Plain, change.Arrival.Text.Html, change.Article.Id })], stop);
        // It may be nobody's copy any more, or another's.
        await session.RunManyAsync("DELETE FROM copy WHERE article_id = @id", ["id"], [.. changes.Select(change => new object?[] { change.Article.Id })], stop);
        await CopyFinder.AddEdgesAsync(session, changes.Where(change => !change.Arrival.NeedsPage).Select(change => change.Arrival.Text.Hash), stop);
        await CopyRows.QueueAsync(session, changes.Where(change => !change.Arrival.NeedsPage && change.Arrival.Text.Hash is not null).Select(change => change.Article.Id), stop);
        await SearchEntries.RenewAsync(session, [.. changes.Select(change => change.Article.Id)], stop);
    }

    private static async Task RenameAsync(SqlSession session, List<Change> changes, CancellationToken stop)
    {
        if (changes.Count == 0) return;
        await session.RunManyAsync("UPDATE article SET title = @title WHERE id = @id", ["title", "id"], [.. changes.Select(change => new object?[] { change.Arrival.Text.Title, change.Article.Id })], stop);
        await SearchEntries.RenewAsync(session, [.. changes.Select(change => change.Article.Id)], stop);
    }
}
