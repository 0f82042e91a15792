namespace Aggregator.Reading.Urls;

/// <summary>An http or https address in its parts, each in normal form (RFC 3986 §6.2.2).</summary>
/// <param name="Scheme">"http" or "https".</param>
/// <param name="Host">ASCII, lower case, without a final dot; an IPv6 address keeps its brackets.</param>
/// <param name="Port">":8443", or empty where it is the scheme's own.</param>
/// <param name="Path">Begins with a slash.</param>
/// <param name="Query">Without the question mark; empty where there is none.</param>
/// <param name="Fragment">Without the hash sign; empty where there is none.</param>
internal readonly record struct WebAddress(string Scheme, string Host, string Port, string Path, string Query, string Fragment)
{
    /// <summary>Characters of the whole.</summary>
    public int Length => Scheme.Length + "://".Length + Host.Length + Port.Length + Path.Length + WithMark(Query) + WithMark(Fragment);

    public override string ToString() => string.Concat(
        [Scheme, "://", Host, Port, Path, Query.Length > 0 ? "?" : "", Query, Fragment.Length > 0 ? "#" : "", Fragment]);

    private static int WithMark(string part) => part.Length > 0 ? part.Length + 1 : 0;
}
