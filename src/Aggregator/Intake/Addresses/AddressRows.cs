using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>An article as addresses are compared.</summary>
internal sealed record AddressedArticle(int Id, string Key, string Title, string Url, bool IsWhole);

/// <summary>Two articles whose addresses differ in one parameter alone and that have one title and one text.</summary>
internal sealed record ParameterPair(string Host, string Name, string Rest, string Title, long TextHash, int Article, int Other);

/// <summary>Two articles whose addresses differ in one parameter alone and that have two texts.</summary>
internal sealed record Contradiction(string Host, string Name, string One, string Other);

/// <summary>The statements about what is learnt of addresses.</summary>
internal static class AddressRows
{
    /// <summary>All that is noise by now.</summary>
    public static Task<List<(string Host, string Name)>> LearntAsync(SqlSession session, CancellationToken stop) => session.QueryAsync(
        "SELECT host, name FROM address_parameter WHERE learnt_at IS NOT NULL AND contradicted_at IS NULL", [],
        row => (row.GetString(0), row.GetString(1)), stop);

    /// <summary>Parameters of these hosts that choose texts.</summary>
    public static async Task<HashSet<(string Host, string Name)>> ContradictedAsync(
        SqlSession session, IReadOnlyCollection<string> hosts, CancellationToken stop) =>
        [.. await session.QueryAsync(
            $"SELECT host, name FROM address_parameter WHERE contradicted_at IS NOT NULL AND {session.Among("host", "hosts")}",
            [("hosts", session.Keys(hosts))],
            row => (row.GetString(0), row.GetString(1)), stop)];

    public static Task<List<AddressedArticle>> ByIdAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop) =>
        ArticlesAsync(session, "id", session.Keys(ids), stop);

    public static Task<List<AddressedArticle>> ByKeyAsync(SqlSession session, IReadOnlyCollection<string> keys, CancellationToken stop) =>
        ArticlesAsync(session, "url_key", session.Keys(keys), stop);

    /// <summary>Who stands for these forms.</summary>
    public static Task<List<(long Hash, string Name, int Article)>> FormsAsync(
        SqlSession session, IReadOnlyCollection<long> hashes, CancellationToken stop) => session.QueryAsync(
        $"SELECT form, name, article_id FROM address_form WHERE {session.Among("form", "forms")}", [("forms", session.Keys(hashes))],
        row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2)), stop);

    /// <summary>Notes who stands for forms; who stands already stays.</summary>
    public static Task AddFormsAsync(SqlSession session, IEnumerable<(AddressForm Form, int Article)> forms, CancellationToken stop) =>
        session.InsertAsync(
            "address_form", ["form", "name", "article_id"],
            // In one order, so that two who add do not wait for each other in a circle.
            [.. forms.OrderBy(row => row.Form.Hash).Select(row => new object?[] { row.Form.Hash, row.Form.Name, row.Article })], stop,
            "ON CONFLICT DO NOTHING");

    /// <summary>Takes the forms away from articles that are gone.</summary>
    public static Task RemoveFormsAsync(SqlSession session, IReadOnlyCollection<int> articles, CancellationToken stop) =>
        articles.Count == 0 ? Task.CompletedTask
        : session.RunAsync($"DELETE FROM address_form WHERE {session.Among("article_id", "ids")}", [("ids", session.Keys(articles))], stop);

    public static Task AddPairsAsync(SqlSession session, IEnumerable<ParameterPair> pairs, DateTimeOffset now, CancellationToken stop) =>
        session.InsertAsync(
            "parameter_pair", ["host", "name", "rest", "title", "text_hash", "article_id", "other_id", "found_at"],
            [.. pairs.Select(row => new object?[]
            {
                row.Host, row.Name, row.Rest, row.Title, row.TextHash, row.Article, row.Other, now.UtcTicks,
            })],
            stop, "ON CONFLICT DO NOTHING");

    /// <summary>Pairs of a parameter that owe nothing to one another: each of an article, a title and a text of its own.</summary>
    public static Task<int> CountPairsAsync(SqlSession session, string host, string name, CancellationToken stop) => session.CountAsync(
        """
        SELECT CAST(CASE WHEN count(DISTINCT title) < count(DISTINCT text_hash)
          THEN count(DISTINCT title) ELSE count(DISTINCT text_hash) END AS INTEGER)
        FROM parameter_pair WHERE host = @host AND name = @name
        """,
        [("host", host), ("name", name)], stop);

    /// <summary>Takes a parameter for noise, unless it was contradicted.</summary>
    /// <returns>Whether it is news.</returns>
    public static async Task<bool> LearnAsync(SqlSession session, string host, string name, DateTimeOffset now, CancellationToken stop) =>
        await session.RunAsync(
            "INSERT INTO address_parameter(host, name, learnt_at) VALUES (@host, @name, @now) ON CONFLICT DO NOTHING",
            [("host", host), ("name", name), ("now", now.UtcTicks)], stop) > 0;

    /// <summary>Notes that a parameter chooses texts, for ever: the first two articles that showed it are kept.</summary>
    public static Task ContradictAsync(SqlSession session, IEnumerable<Contradiction> found, DateTimeOffset now, CancellationToken stop) =>
        session.InsertAsync(
            "address_parameter", ["host", "name", "contradicted_at", "one_url", "other_url"],
            [.. found.Select(row => new object?[] { row.Host, row.Name, now.UtcTicks, row.One, row.Other })], stop,
            """
            ON CONFLICT(host, name) DO UPDATE
            SET contradicted_at = excluded.contradicted_at, one_url = excluded.one_url, other_url = excluded.other_url
            WHERE address_parameter.contradicted_at IS NULL
            """);

    private static Task<List<AddressedArticle>> ArticlesAsync(SqlSession session, string column, object keys, CancellationToken stop) =>
        session.QueryAsync(
            $"SELECT id, url_key, title, url, is_whole FROM article WHERE {session.Among(column, "keys")}", [("keys", keys)],
            row => new AddressedArticle(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4)), stop);
}
