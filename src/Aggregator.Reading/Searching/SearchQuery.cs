namespace Aggregator.Reading.Searching;

/// <summary>What someone looks for, taken apart. All groups must be met, and none of the excluded words.</summary>
/// <param name="All">Each group is met by any of its phrases.</param>
/// <param name="None">Phrases that must not be in the article.</param>
/// <param name="Filters">Conditions on what is known of the article; those of one name are alternatives, but dates.</param>
public sealed record SearchQuery(
    IReadOnlyList<IReadOnlyList<SearchPhrase>> All, IReadOnlyList<SearchPhrase> None, IReadOnlyList<SearchFilter> Filters)
{
    /// <summary>Characters a query may have: more is no question.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>Words and filters a query may have.</summary>
    public const int MostTerms = 50;

    /// <summary>Whether anything is asked.</summary>
    public bool IsEmpty => All.Count == 0 && None.Count == 0 && Filters.Count == 0;
}

/// <summary>Words that stand beside each other in this order; one word is a phrase, too.</summary>
/// <param name="Words">Folded, at least one.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words);

/// <summary>A condition, such as <c>lang:fr</c>.</summary>
/// <param name="Name">What is asked about.</param>
/// <param name="Value">Trimmed, not empty; for dates as <c>yyyy-MM-dd</c>.</param>
/// <param name="IsExcluded">Whether it must not hold.</param>
public sealed record SearchFilter(FilterName Name, string Value, bool IsExcluded = false);

/// <summary>What can be asked about an article beside its words.</summary>
public enum FilterName
{
    /// <summary>The source it was seen in first: number, name or a part of its address.</summary>
    Source,

    /// <summary>Primary language subtag.</summary>
    Lang,

    /// <summary>On this day (UTC) or later.</summary>
    After,

    /// <summary>Before this day (UTC).</summary>
    Before,

    /// <summary>Number of its story.</summary>
    Story,

    /// <summary>A tag that its publisher gave it.</summary>
    Tag,

    /// <summary>What it has: <c>image</c>.</summary>
    Has,
}

/// <summary>What is wrong in a query, for the person who wrote it.</summary>
/// <param name="At">Where in the query, from 0.</param>
/// <param name="French">A sentence that says what to do.</param>
/// <param name="English">The same.</param>
public sealed record SearchFault(int At, string French, string English);

/// <summary>A query, or why it is none; never both.</summary>
public sealed record SearchReading(SearchQuery? Query, SearchFault? Fault);
