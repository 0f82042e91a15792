using System.Globalization;
using System.Text;

namespace Aggregator.Storage;

/// <summary>Full-text search on PostgreSQL: words without accents and case, no stems, as the SQLite index has them.</summary>
internal static class PostgresSearch
{
    /// <summary>The text search configuration that the migration makes: <c>simple</c>, after <c>unaccent</c> where the server has it.</summary>
    public const string Configuration = "social_report";

    /// <summary>Every word quoted, so that nothing a person types is query syntax; the last one matches as a beginning.</summary>
    /// <returns>A text for <c>to_tsquery</c>; empty when there is no word in it.</returns>
    public static string Match(string query)
    {
        var match = new StringBuilder();
        foreach (var word in new string([.. query.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).Take(20))
            match.Append(CultureInfo.InvariantCulture, $"{(match.Length == 0 ? "" : " & ")}'{StorableText.Of(word).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'");
        return match.Length == 0 ? "" : $"{match}:*";
    }
}
