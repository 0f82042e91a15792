using System.Collections.Frozen;
using Aggregator.Reading.Urls.Noise;

namespace Aggregator.Reading.Urls;

/// <summary>The parameters in a key: those that choose the article, by name.</summary>
internal static class KeyQuery
{
    /// <summary>Parameters that ask for the AMP form of an article, with the values they have then.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Amp = new Dictionary<string, string[]>
    {
        ["amp"] = ["", "1", "true"],
        ["_amp"] = ["", "1", "true"],
        ["outputtype"] = ["amp", "valid-amp"],
        ["output"] = ["amp"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(string host, string path, string query)
    {
        if (query.Length == 0) return query;
        var views = SiteParameters.ViewsOf(host, path)?.GetAlternateLookup<ReadOnlySpan<char>>();
        var noise = new NoiseParameters(path, query);
        query = QueryParameters.Without(
            query, (name, value) => AsksForAmp(name, value) || views?.Contains(name) == true || noise.Contains(name, value));
        // Forms write a blank as "+", scripts as "%20"; the plus itself is "%2B".
        query = ComposedLetters.Compose(query).Replace("+", "%20", StringComparison.Ordinal);
        return query.Contains('&') ? Sorted(query) : query;
    }

    /// <summary>By name; what is given twice under one name keeps its order, which a server may go by.</summary>
    private static string Sorted(string query) => string.Join('&', query.Split('&').OrderBy(NameOf, StringComparer.Ordinal));

    private static string NameOf(string parameter) => parameter.IndexOf('=') is >= 0 and var at ? parameter[..at] : parameter;

    private static bool AsksForAmp(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!Amp.TryGetValue(name, out var values)) return false;
        foreach (var known in values)
            if (value.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
