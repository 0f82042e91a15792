namespace Aggregator.Reading.Stories;

/// <summary>The score of a story at a moment, and why it is what it is, for a page to say in its own language.</summary>
/// <param name="Score">The product of coverage, freshness and, for what an issue has told, novelty; 0 or more. Stories of one moment are compared by it, it has no unit.</param>
/// <param name="Coverage">Outlets, counted with their weights and with diminishing returns, and size.</param>
/// <param name="Freshness">From 0 to 1: halves with every half-life since the newest article that is no copy.</param>
/// <param name="Outlets">Distinct outlets that wrote something of their own.</param>
/// <param name="CopyingOutlets">Further outlets that only ran a copy.</param>
/// <param name="Articles">Articles that are no copies.</param>
/// <param name="Copies">Articles that are copies.</param>
/// <param name="NewArticles">Articles, no copies, published at or after <paramref name="NewSince"/> and not in the future.</param>
/// <param name="NewSince">What "new" means here, as it was asked.</param>
/// <param name="Newest">When the newest article that is no copy was published; null when none is dated.</param>
/// <param name="Languages">The primary subtags of the articles' languages, in the order of the alphabet.</param>
public sealed record StoryRank(
    double Score, double Coverage, double Freshness, int Outlets, int CopyingOutlets, int Articles, int Copies,
    int NewArticles, DateTimeOffset NewSince, DateTimeOffset? Newest, IReadOnlyList<string> Languages)
{
    /// <summary>The day of the latest issue that told it before; null: none has.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Articles, no copies, published after <see cref="ToldAt"/>: with some it goes on, without it would be told twice.</summary>
    public int ArticlesSinceTold { get; init; }

    /// <summary>Half or more of its articles, no copies, come from sources that write about the publication's topics.</summary>
    public bool IsOnTopic { get; init; }
}
