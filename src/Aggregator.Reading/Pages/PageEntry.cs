using Aggregator.Reading.Articles;

namespace Aggregator.Reading.Pages;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,

    /// <summary>The time of day too.</summary>
    Time,
}

/// <summary>One entry of a page.</summary>
public sealed record PageEntry
{
    /// <summary>Its place on the page, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Plain text, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Its absolute http(s) address: the article's own, in a link log that of the other site; null when it has none.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published; of what is not known to the day or the time, the first instant (UTC).</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>How much of <see cref="Published"/> is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Names of people or desks.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The primary subtag of the text's language; in a link log that of the text linked to.</summary>
    public string? Language { get; init; }

    /// <summary>Categories and tags without "#", in one spelling each for the whole page.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those of <see cref="Tags"/> that are categories: the parts of the publication in which the entry stands.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The text, block by block; in a link log the quoted excerpt.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The plain text of <see cref="Blocks"/>; a blank line between blocks.</summary>
    public string Text { get; init; } = "";

    /// <summary>The sanitised HTML of <see cref="Blocks"/>.</summary>
    public string Html { get; init; } = "";

    /// <summary>The first image, an absolute http(s) address.</summary>
    public string? Image { get; init; }

    /// <summary>What the curator of a link log says about the link; null when nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>The sanitised HTML of <see cref="Comment"/>, with the links it makes; empty when there is none.</summary>
    public string CommentHtml { get; init; } = "";

    /// <summary>The paragraphs that a link log quotes.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>
    /// The publication that a link's title names at its end, or the log beside the link; confirmed by the host of its address, or by the
    /// log's custom.
    /// </summary>
    public string? Publisher { get; init; }

    /// <summary>Whether the text goes on at <see cref="Url"/>.</summary>
    public bool Truncated { get; init; }

    /// <summary>The position of the earlier entry of a link log that has the same address; null when there is none.</summary>
    public int? DuplicateOf { get; init; }
}

/// <summary>An issue of a press review: what it takes to refer to it ("we told this on 14 February").</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Day">The day in its title, midnight UTC.</param>
/// <param name="Authors">Who wrote it; their names stand in no section.</param>
/// <param name="Sections">In order, with the sources they name.</param>
public sealed record PageIssue(string Title, DateTimeOffset Day, IReadOnlyList<string> Authors, IReadOnlyList<IssueSection> Sections);

/// <summary>A section of an earlier issue.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Credits">Links it makes, in order.</param>
public sealed record IssueSection(string Title, string Text, IReadOnlyList<IssueCredit> Credits);

/// <summary>A link in an issue: the words it stands on and where it leads.</summary>
public sealed record IssueCredit(string Name, string Url);
