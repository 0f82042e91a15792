using Aggregator.Reading.Searching;

namespace Aggregator.Storage;

/// <summary>Search by FTS5: hits come newest first and the statement ends with the last that is wanted, however many there are.</summary>
public sealed partial class SqliteSession
{
    /// <inheritdoc/>
    public override Task<List<int>> SearchAsync(SearchMatch match, bool inTitle, int from, int below, int most, CancellationToken stop) => QueryAsync(
        $"SELECT s.rowid FROM article_search s {SearchConditions.Join(match)} WHERE s.article_search MATCH @match AND s.rowid >= @low AND s.rowid < @high {SearchConditions.Where(match, "s.rowid")} ORDER BY s.rowid DESC LIMIT @most",
        [("match", Expression(match, inTitle)), ("low", from), ("high", below), ("most", most), .. SearchConditions.Values(match)], row => row.GetInt32(0), stop);

    /// <summary>Tokens have letters, digits and underscores alone; quoted, none of them is FTS5 syntax. The last of a phrase may be a beginning.</summary>
    internal static string Expression(SearchMatch match, bool inTitle)
    {
        var groups = match.All.Select((group, i) => $"{(inTitle && i < match.Words ? "title : " : "")}({string.Join(" OR ", group.Select(Phrase))})");
        var all = $"({string.Join(" AND ", groups)})";
        return match.None.Count == 0 ? all : $"{all} NOT ({string.Join(" OR ", match.None.Select(Phrase))})";
    }

    private static string Phrase(IReadOnlyList<string> tokens) =>
        tokens[^1].EndsWith(SearchLetters.Beginning) ? $"\"{string.Join(' ', tokens)[..^1]}\" *" : $"\"{string.Join(' ', tokens)}\"";
}
