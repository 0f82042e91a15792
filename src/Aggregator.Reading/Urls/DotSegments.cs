namespace Aggregator.Reading.Urls;

/// <summary>"." and ".." in paths (RFC 3986 §5.2.4).</summary>
internal static class DotSegments
{
    public static string Resolve(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal)) return path;

        var kept = new List<string>();
        var segments = path.Split('/')[1..];
        foreach (var segment in segments)
        {
            if (segment == ".." && kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            if (segment is not ("." or "..")) kept.Add(segment);
        }

        // A path that ended in a dot segment names a folder.
        return "/" + string.Join('/', kept) + (segments[^1] is "." or ".." && kept.Count > 0 ? "/" : "");
    }
}
