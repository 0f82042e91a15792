using System.Collections.Frozen;

namespace Aggregator.Reading.Urls;

/// <summary>Rows by host; a row of "lemonde.fr" holds for "www.lemonde.fr" too.</summary>
internal sealed class HostTable<T>
    where T : class
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> rows;

    public HostTable(IEnumerable<KeyValuePair<string, T>> rows) =>
        this.rows = rows.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The row of the host or of the nearest domain above it, or null.</summary>
    public T? Find(ReadOnlySpan<char> host)
    {
        while (true)
        {
            if (rows.TryGetValue(host, out var row)) return row;
            var dot = host.IndexOf('.');
            if (dot < 0) return null;
            host = host[(dot + 1)..];
        }
    }
}
