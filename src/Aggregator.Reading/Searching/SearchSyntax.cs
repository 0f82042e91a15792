namespace Aggregator.Reading.Searching;

/// <summary>
/// Reads what people type: <c>words "a phrase" -without this OR that source:name lang:fr after:2026-01-05 before:… story:7 tag:x has:image</c>.
/// Whatever is typed gives a query or a sentence about what is wrong; nothing throws, and nothing is a language of the database.
/// </summary>
public static class SearchSyntax
{
    /// <summary>Reads a query in one pass over at most <see cref="SearchQuery.MostCharacters"/> characters.</summary>
    public static SearchReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > SearchQuery.MostCharacters) return new(null, SearchFaults.TooLong(text.Length));
        var builder = new SearchBuilder();
        var at = 0;
        while (SearchTerm.Next(text, ref at) is { } term)
            if (builder.Add(term) is { } fault) return new(null, fault);
        return builder.End(text.Length);
    }
}
