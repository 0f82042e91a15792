using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>Parameters that name a visit, after the servers that write them into addresses when a browser takes no cookie.</summary>
internal static class SessionParameters
{
    private const string PathParameter = ";jsessionid="; // Servlet specification §7.1.3

    /// <summary>The digits a value of <see cref="HexNames"/> has at least: "sid=9" is an article.</summary>
    private const int HexDigits = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "phpsessid", "jsessionid", "asp.net_sessionid", "cfid", "cftoken", "oscsid", "zenid").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HexNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "sid", "s", "session", "sessionid", "session_id").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        Names.Contains(name)
        || name.StartsWith("aspsessionid", StringComparison.OrdinalIgnoreCase)
        || (value.Length >= HexDigits && HexNames.Contains(name) && !value.ContainsAnyExcept("0123456789abcdefABCDEF"));

    /// <summary>The path without session parameters of its segments.</summary>
    public static string RemoveFrom(string path)
    {
        for (int at; (at = path.IndexOf(PathParameter, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = path.AsSpan(at + 1).IndexOfAny('/', ';');
            path = end < 0 ? path[..at] : path.Remove(at, end + 1);
        }

        return path;
    }
}
