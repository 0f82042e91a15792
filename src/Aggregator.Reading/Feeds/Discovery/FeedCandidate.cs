namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>An address at which there may be a feed.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Title">What the page or the rule calls it, or null.</param>
/// <param name="Origin">Why we think so.</param>
public sealed record FeedCandidate(string Url, string? Title, FeedOrigin Origin)
{
    /// <summary>Whether it is the feed of the comments, which nobody means who pastes a page.</summary>
    public bool IsAboutComments =>
        Url.Contains("/comments", StringComparison.OrdinalIgnoreCase) || Url.Contains("/commentaires", StringComparison.OrdinalIgnoreCase)
        || (Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) ?? false);
}

/// <summary>Why there may be a feed at an address, from what is surest to what is only tried.</summary>
public enum FeedOrigin
{
    /// <summary>The address itself gives a feed.</summary>
    Itself,

    /// <summary>The site is known, and where its feeds are.</summary>
    Rule,

    /// <summary>The page names it (<c>link rel="alternate"</c>).</summary>
    Named,

    /// <summary>The software that made the page is known, or the page links to what looks like a feed.</summary>
    Linked,

    /// <summary>Many sites have one there.</summary>
    Usual,
}
