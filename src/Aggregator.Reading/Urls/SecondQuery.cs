using System.Text;

namespace Aggregator.Reading.Urls;

/// <summary>
/// Tools that add their tracking to any address add it to one that has a query already, or behind a mark that was escaped, or with
/// "&amp;" to one that has none. A mark is taken for one only where tracking stands beside it: a question may stand in a query.
/// </summary>
internal static class SecondQuery
{
    private const string EscapedMark = "%3F", EscapedAnd = "%26", EscapedEquals = "%3D";

    /// <summary>The query with tracking beside a second mark as parameters of their own.</summary>
    /// <param name="query">In normal form.</param>
    /// <param name="isTracking">Tells tracking by name and value.</param>
    public static string Split(string query, QueryParameters.Choice isTracking)
    {
        if (query.Contains('?')) query = WithMarksRead(query, isTracking);
        return query.Contains(EscapedMark, StringComparison.Ordinal)
            ? string.Join('&', query.Split('&').Select(parameter => WithoutEnd(parameter, 0, isTracking))) : query;
    }

    /// <summary>The path without tracking that was added to its last segment.</summary>
    public static string RemoveFromPath(string path, QueryParameters.Choice isTracking) =>
        WithoutEnd(path, path.LastIndexOf('/') + 1, isTracking);

    /// <summary>Marks with tracking on one side are read as "&amp;".</summary>
    private static string WithMarksRead(string query, QueryParameters.Choice isTracking)
    {
        var result = new StringBuilder(query.Length);
        var wasTracking = false;
        for (var at = 0; at <= query.Length;)
        {
            var end = query.AsSpan(at).IndexOfAny('?', '&') is >= 0 and var length ? at + length : query.Length;
            var tracks = IsTracking(query.AsSpan(at, end - at), isTracking);
            if (at > 0) result.Append(query[at - 1] == '?' && !tracks && !wasTracking ? '?' : '&');
            result.Append(query, at, end - at);
            (wasTracking, at) = (tracks, end + 1);
        }

        return result.ToString();
    }

    /// <summary>The text without all that is tracking at its end, behind "&amp;" or an escaped mark.</summary>
    private static string WithoutEnd(string text, int from, QueryParameters.Choice isTracking)
    {
        for (var end = text.Length; end > from;)
        {
            var and = text.LastIndexOf('&', end - 1, end - from);
            var mark = text.LastIndexOf(EscapedMark, end - 1, end - from, StringComparison.Ordinal);
            var at = Math.Max(and, mark);
            if (at < 0 || !IsAllTracking(text[(at + (at == mark ? EscapedMark.Length : 1))..end], isTracking)) return text[..end];
            end = at;
        }

        return text[..from];
    }

    /// <summary>Nothing but tracking, escaped or not.</summary>
    private static bool IsAllTracking(string text, QueryParameters.Choice isTracking)
    {
        var parameters = text.Replace(EscapedAnd, "&", StringComparison.Ordinal).Replace(EscapedEquals, "=", StringComparison.Ordinal);
        foreach (var range in parameters.AsSpan().Split('&'))
            if (!parameters.AsSpan(range).Contains('=') || !IsTracking(parameters.AsSpan(range), isTracking)) return false;
        return true;
    }

    private static bool IsTracking(ReadOnlySpan<char> parameter, QueryParameters.Choice isTracking)
    {
        var read = new QueryParameters(parameter);
        return read.MoveNext() && isTracking(read.Name, read.Value);
    }
}
