using System.Collections.Frozen;
using Aggregator.Reading.Urls.Noise;

namespace Aggregator.Reading.Urls;

/// <summary>Parameters that name a visit, after the servers that write them into addresses when a browser takes no cookie.</summary>
internal static class SessionParameters
{
    /// <summary>The digits a value of <see cref="HexNames"/> has at least: "sid=9" is an article.</summary>
    private const int HexDigits = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "phpsessid", "jsessionid", "asp.net_sessionid", "cfid", "cftoken", "oscsid", "zenid").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HexNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "sid", "s", "session", "sessionid", "session_id").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Characters that a session has at least where its form has to tell it; those of ASP.NET have 24.</summary>
    public const int LeastToken = 16;

    public static bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        Names.Contains(name)
        || name.StartsWith("aspsessionid", StringComparison.OrdinalIgnoreCase)
        || (value.Length >= HexDigits && HexNames.Contains(name) && !value.ContainsAnyExcept("0123456789abcdefABCDEF"))
        || (value.Length >= LeastToken && name.Contains("sess", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && ParameterValue.IsToken(value));

    /// <summary>Whether a value beside this name is a session, if it looks like one.</summary>
    public static bool NamesSession(ReadOnlySpan<char> name) => Names.Contains(name) || HexNames.Contains(name);

    /// <summary>The path without session parameters of its segments (Servlet specification §7.1.3) and without session folders.</summary>
    public static string RemoveFrom(string path)
    {
        for (var at = path.IndexOf(';'); at >= 0; at = at < path.Length ? path.IndexOf(';', at) : -1)
        {
            var end = path.AsSpan(at + 1).IndexOfAny('/', ';') is >= 0 and var length ? at + 1 + length : path.Length;
            var parameter = new QueryParameters(path.AsSpan(at + 1, end - at - 1));
            var isSession = parameter.MoveNext() && parameter.Current.Contains('=') && Contains(parameter.Name, parameter.Value);
            if (isSession) path = path.Remove(at, end - at);
            else at++;
        }

        var mayHaveFolder = path.Contains("/(", StringComparison.Ordinal) || path.Contains("/%28", StringComparison.Ordinal);
        return mayHaveFolder ? WithoutFolders(path) : path;
    }

    /// <summary>
    /// ASP.NET without cookies has its session in a folder: /(S(lit3py55t21z5v55vlm25s55))/, with X, A or F parts beside it.
    /// </summary>
    private static string WithoutFolders(string path)
    {
        var segments = path.Split('/');
        var kept = segments.Where((segment, at) => at == segments.Length - 1 || !IsFolder(PercentEscapes.DecodeAscii(segment)));
        return string.Join('/', kept) is { Length: > 0 } rest ? rest : "/";
    }

    private static bool IsFolder(ReadOnlySpan<char> segment)
    {
        if (segment is not ['(', .. var parts, ')']) return false;
        var longest = 0;
        while (parts is [>= 'A' and <= 'Z', '(', ..])
        {
            var end = parts.IndexOf(')');
            if (end < 0) return false;
            longest = Math.Max(longest, end - 2);
            parts = parts[(end + 1)..];
        }

        return parts.IsEmpty && longest >= LeastToken;
    }
}
