using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds the day of publication in the data that a page hands to its own scripts, by the names publishing systems give it.</summary>
internal static class ScriptDate
{
    private static readonly string[] Names =
        ["datePublished", "first_publication_date", "published_date", "publishedDate", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "publication_date", "date_published"];

    public static DateTimeOffset? Of(string script)
    {
        foreach (var name in Names)
        {
            var at = script.IndexOf(name + "\"", StringComparison.Ordinal);
            if (at < 0) at = script.IndexOf(name + "\\\"", StringComparison.Ordinal);
            if (at > 0 && Value(script.AsSpan(at + name.Length, Math.Min(60, script.Length - at - name.Length))) is { } found) return found;
        }

        return null;
    }

    // "name":"2025-12-18T…", quotes perhaps escaped: the value begins at the first digit.
    private static DateTimeOffset? Value(ReadOnlySpan<char> rest)
    {
        var start = rest.IndexOfAnyInRange('0', '9');
        if (start is < 0 or > 8) return null;
        var value = rest[start..];
        var end = value.IndexOfAny('"', '\\');
        return end < 8 ? null : PageDate.Parse(value[..end].ToString());
    }
}
