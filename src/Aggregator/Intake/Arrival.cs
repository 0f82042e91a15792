using Aggregator.Reading.Pages;
using Aggregator.Reading.Searching;

namespace Aggregator.Intake;

/// <summary>An entry of a source: all that can be known without the database. Most were there at the last visit: only what tells them is read at once.</summary>
/// <param name="UrlKey">Identity.</param>
/// <param name="Url">Address to open.</param>
/// <param name="EntryKey">What the source calls it.</param>
/// <param name="Published">As dated by the source, or null.</param>
/// <param name="Reading">What the source gave of it, read when it is asked for.</param>
public sealed record Arrival(string UrlKey, string Url, string EntryKey, DateTimeOffset? Published, Lazy<ArrivalText> Reading)
{
    public Arrival(string urlKey, string url, string entryKey, DateTimeOffset? published, ArrivalText text)
        : this(urlKey, url, entryKey, published, new Lazy<ArrivalText>(text))
    {
    }

    /// <summary>What the source gave of it. Before a write, which others wait for, it is read by <see cref="Complete"/>.</summary>
    public ArrivalText Text => Reading.Value;

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those of <see cref="Tags"/> that are categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its parts, when it is itself an issue of a press review.</summary>
    public PageIssue? Issue { get; init; }

    /// <summary>Hash of title and text as they were given: see <see cref="Archive.Article.GivenHash"/>.</summary>
    public required long GivenHash { get; init; }

    /// <summary>When its page was last changed, where that is all the source says: a place in time until the page itself tells its date.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The source gives an address and a date, as a sitemap does: what it says of a known article is that its page has changed, and the page tells how.</summary>
    public bool IsWordless { get; init; }

    /// <summary>Its own address is another one of the article it stands for: it is seen there, and says nothing new of it.</summary>
    public bool IsMerged { get; init; }

    /// <summary>
    /// What the curator of a link log says about it; links in it as in Markdown (<see cref="Reading.Pages.LinkedComment"/>).
    /// </summary>
    public string? Comment { get; init; }

    /// <summary>The publication that a link log names beside a link: the article's outlet, until its own page says its name.</summary>
    public string? Publisher { get; init; }

    /// <summary>The page to read for the whole text: false when the source gave it, or there is no page.</summary>
    public bool NeedsPage { get; init; }

    /// <summary>Reads what is left to read.</summary>
    public void Complete() => _ = Reading.Value;
}

/// <summary>The words of an article, from a feed or from its page.</summary>
/// <param name="Language">Primary subtag, or null.</param>
/// <param name="Title">Plain text, never empty.</param>
/// <param name="Authors">Names.</param>
/// <param name="Excerpt">A sentence or two.</param>
/// <param name="Plain">Plain text, blocks parted by a blank line.</param>
/// <param name="Html">Foreign: it passes the sanitiser when it is shown.</param>
/// <param name="ImageUrl">Lead image, or null.</param>
/// <param name="Words">Words of <paramref name="Plain"/>.</param>
/// <param name="Hash">Hash of the folded text; null when too short, or only an excerpt.</param>
public sealed record ArrivalText(
    string? Language, string Title, IReadOnlyList<string> Authors, string? Excerpt, string Plain, string Html, string? ImageUrl, int Words, long? Hash)
{
    /// <summary>What search holds of the title.</summary>
    public string SearchTitle { get; } = SearchWords.OfText(Title, Language);

    /// <summary>What search holds of the text.</summary>
    public string SearchText { get; } = SearchWords.OfText(Plain, Language);
}
