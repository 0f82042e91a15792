using Aggregator.Reading.Articles;

namespace Aggregator.Reading.Pages;

/// <summary>What a page is.</summary>
public enum PageKind
{
    /// <summary>Nothing that can be read: no text, no entries, or beyond the bounds.</summary>
    Nothing,

    /// <summary>One article.</summary>
    Article,

    /// <summary>Titles, perhaps with a sentence or two, of articles that stand at addresses of their own.</summary>
    Listing,

    /// <summary>Several articles one after the other, whole or nearly so.</summary>
    Articles,

    /// <summary>Links to other sites with excerpts from there and words of the one who collects them.</summary>
    LinkLog,
}

/// <summary>What we make of a page that is followed as a source. Whatever could not be found is null or empty.</summary>
public sealed record PageReading
{
    /// <summary>What the page is.</summary>
    public PageKind Kind { get; init; }

    /// <summary>The heading of the page itself, or the title of its one article.</summary>
    public string? Title { get; init; }

    /// <summary>The primary subtag that the page declares, such as <c>fr</c>; an entry's own language stands with the entry.</summary>
    public string? Language { get; init; }

    /// <summary>The entries in the order of the page; one for an article; none for nothing.</summary>
    public IReadOnlyList<PageEntry> Entries { get; init; } = [];

    /// <summary>The page of older entries, an absolute address on the same site.</summary>
    public string? Older { get; init; }

    /// <summary>The article as the extractor reads it, when the page is one.</summary>
    public ArticleReading? Article { get; init; }

    /// <summary>The parts of an article that is itself a press review; null for any other page.</summary>
    public PageIssue? Issue { get; init; }

    /// <summary>A sentence that says why there are no entries; null when there are.</summary>
    public string? Problem { get; init; }
}
