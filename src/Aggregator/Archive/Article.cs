namespace Aggregator.Archive;

/// <summary>One text at one address. Narrow on purpose: what lists and rankings need; the text lies beside it.</summary>
public sealed class Article
{
    public int Id { get; init; }

    /// <summary>Identity of the address; an entry without an address of its own: the page's key and a hash of its title.</summary>
    public required string UrlKey { get; init; }

    /// <summary>The address to open.</summary>
    public required string Url { get; set; }

    public required string Title { get; set; }

    /// <summary>As the publisher dates it, but never later than <see cref="ArrivedAt"/>; null when undated.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Its place in lists: when it was published, or when it arrived if nobody says.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>When we first saw it.</summary>
    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Primary language subtag, or null when unknown.</summary>
    public string? Language { get; set; }

    /// <summary>The source we saw it in first.</summary>
    public int SourceId { get; init; }

    /// <summary>Words of the text; 0 when there is none.</summary>
    public int Words { get; set; }

    /// <summary>Hash of the folded text; null for a text too short to tell, or one that is only an excerpt.</summary>
    public long? TextHash { get; set; }

    /// <summary>Hash of title and text as its feed last gave them: another one means that the publisher changed it. Null: not known yet.</summary>
    public long? GivenHash { get; set; }

    /// <summary>Whether the text is the whole article or what the feed gave of it.</summary>
    public bool IsWhole { get; set; }

    public ArticleText Text { get; init; } = null!;

    public List<Appearance> Appearances { get; init; } = [];

    public Copy? Copy { get; set; }
}

/// <summary>The wide part of an article.</summary>
public sealed class ArticleText
{
    public int ArticleId { get; init; }

    public List<string> Authors { get; set; } = [];

    /// <summary>A sentence or two, plain text.</summary>
    public string? Excerpt { get; set; }

    /// <summary>Plain text, blocks parted by a blank line.</summary>
    public string Text { get; set; } = "";

    /// <summary>HTML of the text, foreign: it passes <see cref="Reading.Html.HtmlSanitizer"/> each time it is shown.</summary>
    public string Html { get; set; } = "";

    public string? ImageUrl { get; set; }

    /// <summary>The publication, as its page or the link log that led to it names it; null when nobody does.</summary>
    public string? SiteName { get; set; }
}

/// <summary>An article seen in a source; the same article in five feeds is one article and five appearances.</summary>
public sealed class Appearance
{
    public int ArticleId { get; init; }

    public int SourceId { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>What the source itself calls the entry (guid, atom:id).</summary>
    public string? EntryKey { get; init; }

    /// <summary>Words that say what it is about, and its categories.</summary>
    public List<string> Tags { get; init; } = [];

    /// <summary>Those of <see cref="Tags"/> that are categories: the parts of the publication in which it stands.</summary>
    public List<string> Categories { get; init; } = [];

    /// <summary>What the curator of a link log said about it there, links as in Markdown; null when nothing.</summary>
    public string? Comment { get; init; }
}

/// <summary>An edge: this article repeats an earlier one.</summary>
public sealed class Copy
{
    public int ArticleId { get; init; }

    /// <summary>The earliest article of the same text; never itself a copy.</summary>
    public int OriginalId { get; init; }

    /// <summary>0 to 1; 1 is the same text.</summary>
    public double Score { get; init; }

    public CopyMethod Method { get; init; }
}

/// <summary>How a copy was recognised.</summary>
public enum CopyMethod
{
    /// <summary>Equal folded text.</summary>
    EqualText = 1,

    /// <summary>Enough of the words in the same order (<c>DuplicateRule</c>).</summary>
    SimilarText = 2,
}

/// <summary>An article whose text is still to be compared with earlier ones; the row goes when that is done.</summary>
public sealed class CopyCheck
{
    public int ArticleId { get; init; }
}
