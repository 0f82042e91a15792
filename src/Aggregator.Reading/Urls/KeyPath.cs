using System.Collections.Frozen;
using Aggregator.Reading.Urls.Noise;

namespace Aggregator.Reading.Urls;

/// <summary>The path in a key: one spelling for the forms a server gives to one article.</summary>
internal static class KeyPath
{
    /// <summary>What a server sends for the folder itself.</summary>
    private static readonly string[] IndexFiles =
    [
        "/index.html", "/index.htm", "/index.php", "/index.shtml", "/index.jsp", "/index.asp", "/index.aspx", "/default.asp",
        "/default.aspx",
    ];

    private static readonly FrozenDictionary<string, PathRule[]> Sites = new Dictionary<string, PathRule[]>(StringComparer.Ordinal)
    {
        ["cnn.com"] = [new("/cnn/", "", "cnn.com", "/")], // the path on amp.cnn.com
        ["dai.ly"] = [new("/", "", "dailymotion.com", "/video/")],
        ["francetvinfo.fr"] = [new("/", ".amp", "francetvinfo.fr", "/", ".html")],
        ["ici.radio-canada.ca"] = [new("/amp/", "", "ici.radio-canada.ca", "/nouvelle/")],
        ["youtu.be"] = [new("/", "", "youtube.com", "/watch?v=")],
        ["youtube.com"] = [new("/shorts/", "", "youtube.com", "/watch?v="), new("/live/", "", "youtube.com", "/watch?v=")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="host">The host of the key; a site rule may change it.</param>
    /// <param name="path">The canonical path.</param>
    /// <returns>Without a slash at the end, so empty for the root; with a question mark where a site rule made a parameter.</returns>
    public static string Of(ref string host, string path)
    {
        path = WithoutSession(WithoutEmptySegments(path));
        foreach (var rule in Sites.GetValueOrDefault(host, []))
            if (rule.Fits(path)) (host, path) = (rule.ToHost, rule.Apply(path));
        foreach (var index in IndexFiles)
            if (path.EndsWith(index, StringComparison.OrdinalIgnoreCase)) path = path[..^index.Length];
        return WithoutView(WithoutAmp(path));
    }

    private static string WithoutEmptySegments(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal)) path = path.Replace("//", "/", StringComparison.Ordinal);
        return path.TrimEnd('/');
    }

    private static string WithoutAmp(string path)
    {
        if (path.StartsWith("/amp/", StringComparison.Ordinal)) path = path[4..];
        if (path.EndsWith(".amp.html", StringComparison.Ordinal)) return path[..^9] + ".html";
        if (path.EndsWith(".amp", StringComparison.Ordinal)) return path[..^4];
        return path.Length > 4 && path.EndsWith("/amp", StringComparison.Ordinal) ? path[..^4] : path;
    }

    /// <summary>Print view and pages of comments lie below the article.</summary>
    private static string WithoutView(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0) return path;
        var last = path.AsSpan(slash + 1);
        var isView = (UrlWords.Views.Contains(last.ToString()) && ArticlePath.NamesArticle(path[..slash]))
            || (last.StartsWith("comment-page-", StringComparison.Ordinal) && !last[13..].ContainsAnyExceptInRange('0', '9'));
        return isView ? path[..slash] : path;
    }

    /// <summary>A session in two folders: its name, and a token.</summary>
    private static string WithoutSession(string path)
    {
        var segments = path.Split('/');
        for (var at = 1; at + 2 < segments.Length; at++)
        {
            if (SessionParameters.NamesSession(segments[at]) && segments[at + 1].Length >= SessionParameters.LeastToken
                && ParameterValue.IsToken(segments[at + 1]))
                return string.Join('/', segments.Where((_, place) => place != at && place != at + 1));
        }

        return path;
    }

    /// <summary>A path with this start and end is the one with that start and end at that host.</summary>
    private sealed record PathRule(string Prefix, string Suffix, string ToHost, string ToPrefix, string ToSuffix = "")
    {
        public bool Fits(string path) =>
            path.Length > Prefix.Length + Suffix.Length
            && path.StartsWith(Prefix, StringComparison.Ordinal) && path.EndsWith(Suffix, StringComparison.Ordinal);

        public string Apply(string path) => ToPrefix + path[Prefix.Length..^Suffix.Length] + ToSuffix;
    }
}
