using Aggregator.Reading.Feeds.Text;

namespace Aggregator.Reading.Feeds;

/// <summary>An item (RSS) or entry (Atom). Immutable; texts are not sanitised.</summary>
public sealed record FeedItem
{
    /// <summary>
    /// Identity inside its feed, at most 512 characters: the id, else the link's <see cref="Urls.UrlKey"/>, else a hash of title and text.
    /// An id that is a web address counts without its scheme and "www.". Items that repeat another's id have more in it, so that no two items of a
    /// feed share a key.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Everything an item has in common with feeds.</summary>
    public FeedDetails Details { get; init; } = FeedDetails.Empty;

    /// <summary>guid, atom:id, rdf:about or JSON Feed id as published, or null.</summary>
    public string? Id => Details.Id;

    /// <summary>RSS: whether the guid serves as the link because there is no other. Null when there is no guid.</summary>
    public bool? GuidIsLink { get; init; }

    /// <summary>The item's page: absolute http or https, or null.</summary>
    public string? Link => Addresses.Page(Details.Link);

    /// <summary>Where feedburner:origLink says the article is, when <see cref="Link"/> counts clicks; or null.</summary>
    public string? OriginalLink { get; init; }

    /// <summary>Title without markup; null when there is none.</summary>
    public string? Title => Details.Title?.ToPlainText();

    /// <summary>
    /// When it was published, UTC; where that is not said, when it was made, else when it was last changed: it was there by then. Null when
    /// absent or no date of an article.
    /// </summary>
    public DateTimeOffset? PublishingDate => Details.Published?.Instant ?? Details.Created?.Instant ?? UpdatedDate;

    /// <summary>When it was last changed, UTC. Null when absent or no date.</summary>
    public DateTimeOffset? UpdatedDate => Details.Updated?.Instant;

    /// <summary>The first author as one line, or null.</summary>
    public string? Author => Authors.Count > 0 ? Authors[0].ToString() : null;

    /// <summary>Summary or description without markup, on one line; null when there is none.</summary>
    public string? Description => Details.Description?.ToPlainText();

    /// <summary>
    /// Who wrote it, in order. Where an entry of Atom or JSON Feed names nobody, those of the feed it was taken from, else of this feed
    /// (RFC 4287 section 4.2.1, JSON Feed 1.1); <see cref="FeedDetails.Authors"/> has what the item itself says.
    /// </summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Categories, tags and keywords, in order.</summary>
    public IReadOnlyList<FeedCategory> Categories => Details.Categories;

    /// <summary>BCP 47 tag as published, or null.</summary>
    public string? Language => Details.Language;

    /// <summary>The contents as the feed has them; Atom and RSS may give more than one.</summary>
    public IReadOnlyList<FeedText> Contents { get; init; } = [];

    /// <summary>Summary or description as HTML, not sanitised; null when there is none.</summary>
    public string? SummaryHtml => Details.Description?.ToHtml();

    /// <summary>The first content as HTML, not sanitised; null when the feed has summaries only.</summary>
    public string? ContentHtml => Contents.FirstOrDefault(c => c.Value.Length > 0)?.ToHtml();

    /// <summary>
    /// The item's picture: the widest of its image, media, enclosures and thumbnails; where it names none, the first one of its text.
    /// Found when it is asked for.
    /// </summary>
    public string? ImageUrl =>
        NamedImageUrl ?? FirstPicture.Of(ContentHtml, BaseOf(Contents.FirstOrDefault())) ?? FirstPicture.Of(SummaryHtml, BaseOf(Details.Description));

    /// <summary>The picture that elements of its own name, or null.</summary>
    internal string? NamedImageUrl { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The page of its comments, or null.</summary>
    public string? CommentsUrl { get; init; }

    /// <summary>Where comments can be sent (wfw:comment), or null.</summary>
    public string? CommentApiUrl { get; init; }

    /// <summary>The feed of its comments (wfw:commentRss, Atom replies link), or null.</summary>
    public string? CommentsFeedUrl { get; init; }

    /// <summary>How many comments it has (slash:comments, thr:total), or null.</summary>
    public int? CommentCount { get; init; }

    /// <summary>The id of what it answers (Atom threading, RFC 4685), or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The feed it was taken from, or null.</summary>
    public FeedSource? Source { get; init; }

    private static Uri? BaseOf(FeedText? text) => Uri.TryCreate(text?.Base, UriKind.Absolute, out var address) ? address : null;
}
