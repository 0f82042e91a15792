using Aggregator.Reading.Searching;

namespace Aggregator.Storage;

/// <summary>Search by tsvector.</summary>
public sealed partial class PostgresSession
{
    /// <inheritdoc/>
    public override Task<List<int>> SearchAsync(SearchMatch match, bool inTitle, int from, int below, int most, CancellationToken stop) => QueryAsync(
        $"SELECT s.article_id FROM article_search s {SearchConditions.Join(match).Replace("s.rowid", "s.article_id", StringComparison.Ordinal)} WHERE s.document @@ CAST(@match AS tsquery) AND s.article_id >= @low AND s.article_id < @high {SearchConditions.Where(match, "s.article_id")} ORDER BY s.article_id DESC LIMIT @most",
        [("match", Expression(match, inTitle)), ("low", from), ("high", below), ("most", most), .. SearchConditions.Values(match)], row => row.GetInt32(0), stop);

    /// <summary>Tokens as quoted lexemes; titles have weight A.</summary>
    internal static string Expression(SearchMatch match, bool inTitle)
    {
        var groups = match.All.Select((group, i) => $"({string.Join(" | ", group.Select(phrase => Phrase(phrase, inTitle && i < match.Words ? ":A" : "")))})");
        var none = match.None.Select(phrase => $"!({Phrase(phrase, "")})");
        return string.Join(" & ", groups.Concat(none));
    }

    private static string Phrase(IReadOnlyList<string> tokens, string weight) => string.Join(" <-> ", tokens.Select(token => Lexeme(token, weight)));

    private static string Lexeme(string token, string weight) => token.EndsWith(SearchLetters.Beginning)
        ? $"'{StorableText.Of(token[..^1])}':*{weight.TrimStart(':')}" : $"'{StorableText.Of(token)}'{weight}";
}
