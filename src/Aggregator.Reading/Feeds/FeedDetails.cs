namespace Aggregator.Reading.Feeds;

/// <summary>What a feed, an item and the source of an item have in common, whatever the format.</summary>
public sealed record FeedDetails
{
    /// <summary>Nothing said.</summary>
    public static FeedDetails Empty { get; } = new();

    /// <summary>guid, atom:id, rdf:about or JSON Feed id, as published.</summary>
    public string? Id { get; init; }

    /// <summary>The title.</summary>
    public FeedText? Title { get; init; }

    /// <summary>RSS description, Atom subtitle, tagline or summary, JSON Feed description or summary.</summary>
    public FeedText? Description { get; init; }

    /// <summary>Rights, copyright, dc:rights.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>
    /// Atom 0.3 info, feedburner:browserFriendly: what the feed is, for people who open it in a browser. As it has no other use, its
    /// markup is reduced to what may be shown there (<see cref="Html.HtmlSanitizer"/>), unlike that of the other texts.
    /// </summary>
    public FeedText? About { get; init; }

    /// <summary>The page this is about: absolute http or https, or null.</summary>
    public string? Link { get; init; }

    /// <summary>All links, in order.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Who wrote it, in order, each once.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Who helped.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary>dc:publisher, webMaster or itunes:owner.</summary>
    public FeedPerson? Publisher { get; init; }

    /// <summary>Categories, tags and keywords, in order, each once.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>pubDate, published, issued.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>updated, modified, lastBuildDate, dc:date.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>created, dcterms:created.</summary>
    public FeedDate? Created { get; init; }

    /// <summary>expirationDate.</summary>
    public FeedDate? Expired { get; init; }

    /// <summary>Start of dcterms:valid.</summary>
    public FeedDate? ValidFrom { get; init; }

    /// <summary>End of dcterms:valid.</summary>
    public FeedDate? ValidUntil { get; init; }

    /// <summary>BCP 47 tag (language, dc:language, xml:lang); its letters have the case in which it was published.</summary>
    public string? Language { get; init; }

    /// <summary>RSS image, itunes:image, JSON Feed image.</summary>
    public FeedImage? Image { get; init; }

    /// <summary>The software.</summary>
    public FeedGenerator? Generator { get; init; }

    /// <summary>Small square picture: atom:icon, JSON Feed icon or else favicon.</summary>
    public string? Icon { get; init; }

    /// <summary>Wide picture: atom:logo.</summary>
    public string? Logo { get; init; }

    /// <summary>The licence's address.</summary>
    public string? License { get; init; }

    /// <summary>iTunes elements, or null when there are none.</summary>
    public FeedPodcast? Podcast { get; init; }

    /// <summary>Where it is, or null when nothing is said or no such place exists.</summary>
    public FeedPlace? Place { get; init; }

    /// <summary>media:thumbnail, in order.</summary>
    public IReadOnlyList<FeedMedia> Thumbnails { get; init; } = [];

    /// <summary>media:content, in order.</summary>
    public IReadOnlyList<FeedMedia> Media { get; init; } = [];
}
