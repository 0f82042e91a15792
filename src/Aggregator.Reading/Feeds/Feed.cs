namespace Aggregator.Reading.Feeds;

/// <summary>A feed as <see cref="FeedParser"/> read it. Immutable; texts are not sanitised.</summary>
public sealed record Feed
{
    /// <summary>
    /// <c>rss0.90</c> to <c>rss0.94</c>, <c>rss1.0</c>, <c>rss2.0</c>, <c>rss</c>; <c>atom0.3</c>, <c>atom1.0</c>, <c>atom</c>;
    /// <c>cdf</c>; <c>jsonfeed1.0</c>, <c>jsonfeed1.1</c>; <c>unknown</c> when it is no feed.
    /// </summary>
    public required string Format { get; init; }

    /// <summary>False for a web page, an image, an empty body and everything else that is no feed.</summary>
    public bool IsFeed => Format != FeedFormats.Unknown;

    /// <summary>What the bytes were decoded as, in lower case.</summary>
    public required string Encoding { get; init; }

    /// <summary>True when the document breaks the rules of XML or JSON; what could be read is here all the same.</summary>
    public bool Malformed { get; init; }

    /// <summary>What is wrong, the first of each kind.</summary>
    public IReadOnlyList<FeedDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The items in the order of the document; at most <see cref="FeedParser.MaxItems"/>.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Everything else the feed says about itself.</summary>
    public FeedDetails Details { get; init; } = FeedDetails.Empty;

    /// <summary>When the publisher wants to be polled.</summary>
    public FeedSchedule? Schedule { get; init; }

    /// <summary>RSS cloud, or null.</summary>
    public FeedCloud? Cloud { get; init; }

    /// <summary>RSS textInput, or null.</summary>
    public FeedTextInput? TextInput { get; init; }

    /// <summary>Address of the format's documentation (RSS docs), or null.</summary>
    public string? Docs { get; init; }

    /// <summary>Title without markup; null when there is none.</summary>
    public string? Title => Details.Title?.ToPlainText();

    /// <summary>Description without markup; null when there is none.</summary>
    public string? Description => Details.Description?.ToPlainText();

    /// <summary>The home page: absolute http or https, or null.</summary>
    public string? Link => Addresses.Page(Details.Link);

    /// <summary>BCP 47 tag as published, or null.</summary>
    public string? Language => Details.Language;

    /// <summary>Rights without markup, or null.</summary>
    public string? Copyright => Details.Rights?.ToPlainText();

    /// <summary>When the publisher last changed it, UTC; null when it does not say.</summary>
    public DateTimeOffset? LastUpdatedDate => Details.Updated?.Instant ?? Details.Published?.Instant;

    /// <summary>The feed's picture: image, logo or icon.</summary>
    public string? ImageUrl => Details.Image?.Url ?? Details.Logo ?? Details.Icon;
}
