using Aggregator.Reading.Searching;
using Aggregator.Storage;

namespace Aggregator.Archive;

/// <summary>What a search found.</summary>
/// <param name="Ids">The best first; all but the first <see cref="ArticleSearch.Ranked"/> newest first.</param>
/// <param name="Snippets">Of those that were read.</param>
/// <param name="Fault">Why the query is none; then nothing was looked for.</param>
public sealed record SearchResult(IReadOnlyList<int> Ids, IReadOnlyDictionary<int, IReadOnlyList<SnippetPart>> Snippets, SearchFault? Fault = null);

/// <summary>
/// Searches the archive: the newest hits, those in titles first, are read and ranked by BM25 and age. So a search for a word of every other
/// article takes no longer than one for a name.
/// </summary>
public static class ArticleSearch
{
    /// <summary>Hits that are looked at.</summary>
    public const int Newest = 400;

    /// <summary>Hits that are read and ranked.</summary>
    public const int Ranked = 60;

    /// <summary>Newest articles with the words in the title.</summary>
    private const int InTitle = Ranked / 2;

    /// <summary>Articles among which titles are looked at.</summary>
    private const int TitleWindow = 20_000;

    /// <summary>How far back is looked, in articles, one after the other; and with how many answers that is enough.</summary>
    private static readonly (int Window, int Enough)[] Windows = [(20_000, 100), (200_000, 40), (500_000, 20), (int.MaxValue, 1)];

    /// <summary>A title's word counts as three of the text.</summary>
    private const double TitleWeight = 3;

    /// <summary>After this time an article counts half.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(60);

    /// <summary>Finds articles. Never throws for what the query is.</summary>
    public static async Task<SearchResult> FindAsync(SqlSession session, string query, DateTimeOffset now, CancellationToken stop)
    {
        var reading = SearchSyntax.Read(query);
        if (reading.Fault is not null || reading.Query!.IsEmpty) return new([], new Dictionary<int, IReadOnlyList<SnippetPart>>(), reading.Fault);
        var sources = await SourcesAsync(session, reading.Query, stop);
        var match = SearchMatch.Of(reading.Query, value => sources[value], DateOnly.FromDateTime(now.UtcDateTime));
        var span = await SearchSpan.OfAsync(session, match, stop);
        var newest = await NewestAsync(session, match, span, stop);
        if (match.Words == 0) return new(newest, new Dictionary<int, IReadOnlyList<SnippetPart>>());

        var titled = newest.Count < Ranked ? [] : await session.SearchAsync(match, inTitle: true, Math.Max(span.First, span.Last - TitleWindow), span.Last + 1, InTitle, stop);
        var first = titled.Concat(newest).Distinct().Take(Ranked).ToList();
        var read = await ReadAsync(session, first, stop);
        var ranked = read.Select(row => Rank(row, match, now)).OrderByDescending(row => row.Score).ThenByDescending(row => row.Id).ToList();
        return new([.. ranked.Select(row => row.Id).Concat(newest).Distinct()], ranked.ToDictionary(row => row.Id, row => row.Text.Snippet()));
    }

    /// <summary>
    /// Looks among the newest articles first, and further back only while there are few answers: a phrase of common words costs as much as
    /// the articles that hold all its words.
    /// </summary>
    private static async Task<List<int>> NewestAsync(SqlSession session, SearchMatch match, SearchSpan span, CancellationToken stop)
    {
        var found = new List<int>();
        var below = span.Last + 1;
        foreach (var (window, enough) in Windows)
        {
            var from = Math.Max(span.First, span.Last - window);
            if (from < below) found.AddRange(await session.SearchAsync(match, inTitle: false, from, below, Newest - found.Count, stop));
            if (found.Count >= enough) return found;
            below = from;
        }

        // What was published before the day and came in more than a week after it: few among many.
        return match.Until is null ? found
            : [.. found, .. await session.SearchAsync(match with { None = [.. match.None, .. match.Later] }, inTitle: false, span.Last + 1, int.MaxValue, Newest - found.Count, stop)];
    }

    private static (int Id, double Score, SearchedText Text) Rank(Row row, SearchMatch match, DateTimeOffset now)
    {
        var text = SearchedText.Of(row.Text, row.Language, match);
        var score = text.Score + TitleWeight * SearchedText.Of(row.Title, row.Language, match).Score;
        return (row.Id, score * Math.Pow(.5, Math.Max(0, (now - row.Time) / HalfLife)), text);
    }

    private static Task<List<Row>> ReadAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop) => session.QueryAsync(
        $"SELECT a.id, a.title, a.language, a.time, t.text FROM article a JOIN article_text t ON t.article_id = a.id WHERE {session.Among("a.id", "ids")}",
        [("ids", session.Keys(ids))], row => new Row(row.GetInt32(0), row.GetString(1), row.Text(2), new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero), row.GetString(4)), stop);

    /// <summary>What each value of <c>source:</c> means: a number, or a part of a name or an address.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<int>>> SourcesAsync(SqlSession session, SearchQuery query, CancellationToken stop)
    {
        var values = query.Filters.Where(filter => filter.Name == FilterName.Source).Select(filter => filter.Value).Distinct(StringComparer.Ordinal).ToList();
        if (values.Count == 0) return [];
        var rows = await session.QueryAsync("SELECT id, name, url FROM source", [], row => (Id: row.GetInt32(0), Name: row.GetString(1), Url: row.GetString(2)), stop);
        return values.ToDictionary(
            value => value,
            IReadOnlyList<int> (value) => [.. rows.Where(row => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? row.Id == id : Has(row.Name, value) || row.Url.Contains(value, StringComparison.OrdinalIgnoreCase)).Select(row => row.Id)],
            StringComparer.Ordinal);
    }

    private static bool Has(string name, string value) =>
        SearchLetters.Fold(value) is { Length: > 0 } folded && SearchLetters.Fold(name).Contains(folded, StringComparison.Ordinal);

    private sealed record Row(int Id, string Title, string? Language, DateTimeOffset Time, string Text);
}
