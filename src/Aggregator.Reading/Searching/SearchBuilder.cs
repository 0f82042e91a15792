using System.Globalization;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Searching;

/// <summary>Puts the terms of a query together.</summary>
internal sealed class SearchBuilder
{
    private readonly List<List<SearchPhrase>> all = [];
    private readonly List<SearchPhrase> none = [];
    private readonly List<SearchFilter> filters = [];
    private int terms;
    private int? openOr;

    /// <returns>What is wrong with the term, or null.</returns>
    public SearchFault? Add(SearchTerm term)
    {
        if (++terms > SearchQuery.MostTerms) return SearchFaults.TooMany(term.At);
        if (term.IsOpen) return SearchFaults.OpenQuote(term.At);
        if (term.IsOr) return AddOr(term);
        return term.Name is null ? AddWords(term) : AddFilter(term, term.Name);
    }

    public SearchReading End(int length) => openOr is { } at ? new(null, SearchFaults.LonelyOr(Math.Min(at, length)))
        : new(new([.. all], none, filters), null);

    private SearchFault? AddOr(SearchTerm term)
    {
        if (openOr is not null || all.Count == 0) return SearchFaults.LonelyOr(term.At);
        openOr = term.At;
        return null;
    }

    private SearchFault? AddWords(SearchTerm term)
    {
        var words = SearchLetters.Phrase(term.Text);
        // Punctuation alone asks nothing.
        if (words.Count == 0) return null;
        if ((terms += Count(words) - 1) > SearchQuery.MostTerms) return SearchFaults.TooMany(term.At);
        // "l'impôt" is two words to the index, too: beside each other.
        var phrase = new SearchPhrase(words);
        if (term.IsExcluded) return AddExcluded(phrase, term);
        if (openOr is not null) all[^1].Add(phrase);
        else all.Add([phrase]);
        openOr = null;
        return null;
    }

    /// <summary>A headline of forty Chinese characters is some twenty words, not thirty-nine.</summary>
    private static int Count(IReadOnlyList<string> words) => words.Count(word => !UnspacedWords.IsIn(word)) + (words.Count(word => UnspacedWords.IsIn(word)) + 1) / 2;

    private SearchFault? AddExcluded(SearchPhrase phrase, SearchTerm term)
    {
        if (openOr is not null) return SearchFaults.LonelyOr(term.At);
        none.Add(phrase);
        return null;
    }

    private SearchFault? AddFilter(SearchTerm term, string name)
    {
        if (openOr is not null) return SearchFaults.LonelyOr(term.At);
        if (NameOf(name) is not { } filter) return SearchFaults.UnknownFilter(term.At, name);
        if (term.Text.Trim().Length == 0) return SearchFaults.NoValue(term.At, name);
        if (ValueOf(filter, term.Text.Trim()) is not { } value) return SearchFaults.BadValue(term.At, filter, term.Text.Trim());
        filters.Add(new(filter, value, term.IsExcluded));
        return null;
    }

    private static FilterName? NameOf(string name) => name.ToLowerInvariant() switch
    {
        "source" => FilterName.Source,
        "lang" or "langue" or "language" => FilterName.Lang,
        "after" or "depuis" => FilterName.After,
        "before" or "avant" => FilterName.Before,
        "story" or "histoire" => FilterName.Story,
        "tag" or "mot" => FilterName.Tag,
        "has" or "avec" => FilterName.Has,
        _ => null,
    };

    private static string? ValueOf(FilterName name, string value) => name switch
    {
        FilterName.After or FilterName.Before => Day(value),
        FilterName.Lang => value.Split('-', '_')[0] is { Length: 2 or 3 } tag && tag.All(char.IsAsciiLetter) ? tag.ToLowerInvariant() : null,
        FilterName.Story => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id.ToString(CultureInfo.InvariantCulture) : null,
        FilterName.Has => value.ToLowerInvariant() is "image" or "photo" ? "image" : null,
        FilterName.Tag => SearchLetters.Fold(value) is { Length: > 0 } tag ? tag : null,
        _ => value,
    };

    /// <summary>A year, a month or a day as ISO 8601 or as the French write it.</summary>
    private static string? Day(string value) => DateOnly.TryParseExact(
        value, ["yyyy-MM-dd", "yyyy-MM", "yyyy", "d/M/yyyy", "d.M.yyyy", "M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
