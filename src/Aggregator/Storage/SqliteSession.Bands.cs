using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>
/// Bands as words of a contentless FTS5 table: it merges what is written like a log-structured tree, where a B-tree of random keys takes seven
/// times as long at half a million articles.
/// </summary>
public sealed partial class SqliteSession
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<long, IReadOnlyList<int>>> FindBandsAsync(IReadOnlyCollection<long> keys, int most, CancellationToken stop)
    {
        var found = new Dictionary<long, IReadOnlyList<int>>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM article_band WHERE article_band MATCH @word ORDER BY rowid DESC LIMIT @most";
        command.Transaction = transaction;
        var word = command.Parameters.Add("@word", SqliteType.Text);
        command.Parameters.AddWithValue("@most", most);
        // In the order of the index: neighbours lie on one page.
        foreach (var (text, key) in keys.Select(key => (Word(key), key)).OrderBy(band => band.Item1, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            word.Value = text;
            using var reader = command.ExecuteReader();
            List<int>? articles = null;
            while (reader.Read()) (articles ??= []).Add(reader.GetInt32(0));
            if (articles is not null) found.Add(key, articles);
        }

        return Task.FromResult<IReadOnlyDictionary<long, IReadOnlyList<int>>>(found);
    }

    /// <inheritdoc/>
    public override Task AddBandsAsync(IReadOnlyList<(int Article, long[] Keys)> articles, CancellationToken stop) => InsertAsync(
        "article_band", ["rowid", "words"], [.. articles.Select(article => new object?[] { article.Article, string.Join(' ', article.Keys.Select(Word)) })], stop);

    /// <inheritdoc/>
    public override Task RemoveBandsAsync(IReadOnlyCollection<int> articles, CancellationToken stop) =>
        RunManyAsync("DELETE FROM article_band WHERE rowid = @id", ["id"], [.. articles.Select(id => new object?[] { id })], stop);

    /// <inheritdoc/>
    public override Task<int> ForgetBandsAsync(int upTo, int most, CancellationToken stop) => RunAsync(
        "DELETE FROM article_band WHERE rowid IN (SELECT rowid FROM article_band WHERE rowid <= @upTo ORDER BY rowid LIMIT @most)",
        [("upTo", upTo), ("most", most)], stop);

    /// <summary>Its place among the bands as a letter, its 32 bits as seven digits of five.</summary>
    private static string Word(long key) => string.Create(8, key, (word, band) =>
    {
        word[0] = (char)('a' + (band >> 32));
        for (var i = 1; i < word.Length; i++) word[i] = Digits[(int)((uint)band >> (5 * (i - 1)) & 31)];
    });
}
