namespace Aggregator.Reading.Articles;

/// <summary>What we make of the page of an article. Whatever could not be found is null or empty.</summary>
public sealed record ArticleReading
{
    /// <summary>The headline, without the name of the site.</summary>
    public string? Title { get; init; }

    /// <summary>Names of people or desks in the order of the page, without "by".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was first published. A page that gives a day only, gives midnight UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, by its own account.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The name of the publication.</summary>
    public string? SiteName { get; init; }

    /// <summary>The primary subtag of BCP 47, such as <c>fr</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The absolute http(s) address of the image that stands for the article.</summary>
    public string? Image { get; init; }

    /// <summary>The absolute http(s) address the page gives as its own.</summary>
    public string? Canonical { get; init; }

    /// <summary>The publisher's own summary, or else the beginning of the text, at most 300 characters.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The text, block by block.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The plain text; a blank line between blocks.</summary>
    public string Text { get; init; } = "";

    /// <summary>The sanitised HTML of all blocks.</summary>
    public string Html { get; init; } = "";

    /// <summary>The absolute address of the article's next page, when its publisher cut it into several: see <see cref="ArticleExtractor.ReadOn"/>.</summary>
    public string? NextPage { get; init; }

    /// <summary>A sentence that says why there is no text, such as "This page holds no article text."; null when there is.</summary>
    public string? Problem { get; init; }
}
