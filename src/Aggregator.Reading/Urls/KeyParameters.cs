namespace Aggregator.Reading.Urls;

/// <summary>Takes a <see cref="UrlKey"/> apart by its parameters, for what is learnt of a host.</summary>
public static class KeyParameters
{
    /// <summary>Host and port of a key; empty for the key of an unusable address.</summary>
    public static string HostOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var end = key.AsSpan().IndexOfAny('/', '?', '#');
        return end < 0 ? key : key[..end];
    }

    /// <summary>Names of its parameters with a value, each once. What has no value is its own name: there is nothing to vary.</summary>
    public static IReadOnlyList<string> NamesOf(string key)
    {
        var names = new List<string>();
        var parameters = new QueryParameters(QueryOf(key));
        while (parameters.MoveNext())
            if (parameters.Current.Contains('=') && !names.Contains(parameters.Name.ToString())) names.Add(parameters.Name.ToString());
        return names;
    }

    /// <summary>The key without the parameters of these names; itself when it has none of them.</summary>
    public static string Without(string key, IReadOnlySet<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var query = QueryOf(key);
        if (query.IsEmpty) return key;
        var kept = QueryParameters.Without(query.ToString(), (name, value) => !value.IsEmpty && names.Contains(name.ToString()));
        if (kept.Length == query.Length) return key;
        var start = key.IndexOf('?');
        return string.Concat(key.AsSpan(0, start), kept.Length > 0 ? "?" : "", kept, key.AsSpan(start + 1 + query.Length));
    }

    private static ReadOnlySpan<char> QueryOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var start = key.IndexOf('?');
        if (start <= 0) return [];
        var rest = key.AsSpan(start + 1);
        return rest.IndexOf('#') is >= 0 and var end ? rest[..end] : rest;
    }
}
