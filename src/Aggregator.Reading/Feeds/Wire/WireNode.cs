namespace Aggregator.Reading.Feeds.Wire;

/// <summary>
/// What a channel, a feed, an item, an entry or a source says, element by element, before anything is decided: which of several dates,
/// links or authors counts is the adapter's business.
/// </summary>
internal sealed class WireNode
{
    /// <summary>True where the vocabulary's rules for texts are Atom's: plain unless a type says otherwise.</summary>
    public bool IsAtom { get; set; }

    /// <summary>True for an item or entry: its id may stand for the address of its page, which a feed's does not.</summary>
    public bool IsItem { get; init; }

    public string? Id { get; set; }
    public string? About { get; set; } // rdf:about
    public bool? IsPermaLink { get; set; }
    public string? RssLink { get; set; }
    public List<FeedLink>? Links { get; set; }

    public FeedText? Title { get; set; }
    public FeedText? OtherTitle { get; set; } // dc:title, media:title, itunes:title
    public FeedText? Description { get; set; }
    public FeedText? OtherDescription { get; set; } // itunes:summary, dc:description, media:description
    public FeedText? Rights { get; set; }
    public FeedText? OtherRights { get; set; }
    public FeedText? About03 { get; set; } // atom 0.3 info
    public List<FeedText>? Contents { get; set; }

    public List<FeedPerson>? Authors { get; set; }
    public List<FeedPerson>? OtherAuthors { get; set; } // itunes:author, when nobody else is named
    public List<FeedPerson>? Contributors { get; set; }
    public FeedPerson? Publisher { get; set; }
    public FeedPerson? OtherPublisher { get; set; }
    public List<FeedCategory>? Categories { get; set; }

    public string? Published { get; set; }
    public string? Issued { get; set; }
    public string? Updated { get; set; }
    public string? Date { get; set; } // dc:date
    public string? Created { get; set; }
    public string? Expired { get; set; }
    public string? Valid { get; set; }

    public string? Language { get; set; }
    public string? InheritedLanguage { get; set; }
    public FeedImage? Image { get; set; }
    public string? PodcastImage { get; set; }
    public FeedGenerator? Generator { get; set; }
    public string? Icon { get; set; }
    public string? Logo { get; set; }
    public string? Docs { get; set; }
    public string? License { get; set; }
    public FeedCloud? Cloud { get; set; }
    public FeedTextInput? TextInput { get; set; }

    public string? TimeToLive { get; set; }
    public List<string>? SkipHours { get; set; }
    public List<string>? SkipDays { get; set; }
    public string? UpdatePeriod { get; set; }
    public string? UpdateFrequency { get; set; }

    public string? Block { get; set; }
    public string? Explicit { get; set; }
    public string? Duration { get; set; }
    public string? Subtitle { get; set; }
    public string? Season { get; set; }
    public string? Episode { get; set; }
    public string? ChaptersUrl { get; set; }
    public List<FeedChapter>? Chapters { get; set; }
    public List<FeedEnclosure>? Transcripts { get; set; }
    public FeedPlace? Place { get; set; }
    public string? PlaceName { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public List<FeedMedia>? Thumbnails { get; set; }
    public List<FeedMedia>? Media { get; set; }

    public List<FeedEnclosure>? Enclosures { get; set; }
    public string? Comments { get; set; }
    public string? CommentApi { get; set; }
    public string? CommentsFeed { get; set; }
    public string? CommentCount { get; set; }
    public string? InReplyTo { get; set; }
    public string? OriginalLink { get; set; }
    public WireNode? Source { get; set; }
    public string? SourceUrl { get; set; }
}
