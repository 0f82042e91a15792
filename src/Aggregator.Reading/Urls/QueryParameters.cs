using System.Text;

namespace Aggregator.Reading.Urls;

/// <summary>
/// The parameters of a query in their order. Empty ones are passed over, and "&amp;amp;", which feeds leave behind, is read as "&amp;".
/// </summary>
internal ref struct QueryParameters(ReadOnlySpan<char> query)
{
    private ReadOnlySpan<char> rest = query;

    public delegate bool Choice(ReadOnlySpan<char> name, ReadOnlySpan<char> value);

    /// <summary>Name and value as they stand.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly ReadOnlySpan<char> Name => Current.IndexOf('=') is >= 0 and var at ? Current[..at] : Current;

    /// <summary>Empty, too, where there is no equals sign.</summary>
    public readonly ReadOnlySpan<char> Value => Current.IndexOf('=') is >= 0 and var at ? Current[(at + 1)..] : [];

    public bool MoveNext()
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            Current = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            while (Current.StartsWith("amp;", StringComparison.Ordinal)) Current = Current[4..];
            if (!Current.IsEmpty) return true;
        }

        return false;
    }

    /// <summary>The query without the parameters that are chosen; the others keep their order.</summary>
    public static string Without(string query, Choice gone)
    {
        if (query.Length == 0) return query;
        var result = new StringBuilder(query.Length);
        var parameters = new QueryParameters(query);
        while (parameters.MoveNext())
        {
            if (gone(parameters.Name, parameters.Value)) continue;
            if (result.Length > 0) result.Append('&');
            result.Append(parameters.Current);
        }

        return result.Length == query.Length ? query : result.ToString();
    }
}
