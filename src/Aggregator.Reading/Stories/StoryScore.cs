using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Stories;

/// <summary>
/// Ranks stories: what many outlets tell in their own words comes before what one repeats, and today before last week. After Del Corso,
/// Gulli and Romani, "Ranking a stream of news" (WWW 2005): the weight of the sources and an exponential decay in time.
/// </summary>
public static class StoryScore
{
    /// <summary>Two days: on a weekly desk Monday's story of eight outlets stands beside Friday's of two.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromDays(2);

    /// <summary>What an outlet adds that only ran a copy. It shows interest, but it is no second voice.</summary>
    private const double CopyShare = 0.2;

    /// <summary>What the doubling of a story's articles adds beside its outlets.</summary>
    private const double SizeShare = 0.25;

    /// <summary>What is left of a story that an issue has told: when it goes on, and when nothing has happened since.</summary>
    private const double FollowUp = 0.6, Repeat = 0.2;

    /// <summary>What a story of the publication's own topics has before one of others.</summary>
    private const double OnTopic = 1.3;

    private const double MostWeight = 10;

    /// <summary>The rank of a story.</summary>
    /// <param name="articles">All its articles, copies among them; none gives a score of 0.</param>
    /// <param name="now">The moment; articles dated later count as published now.</param>
    /// <param name="newSince">From when on an article is new, as "since noon".</param>
    /// <param name="halfLife">Null: <see cref="HalfLife"/>.</param>
    /// <param name="toldAt">The day of the latest issue that told it; null: none has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The half-life is not positive.</exception>
    public static StoryRank Of(IReadOnlyCollection<StoryArticle> articles, DateTimeOffset now, DateTimeOffset newSince, TimeSpan? halfLife = null, DateTimeOffset? toldAt = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var half = halfLife ?? HalfLife;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(half, TimeSpan.Zero, nameof(halfLife));

        var own = articles.Where(article => !article.IsCopy).ToList();
        var outlets = OutletsOf(own);
        var copying = OutletsOf(articles.Where(article => article.IsCopy)).Where(outlet => !outlets.ContainsKey(outlet.Key)).ToList();
        var newest = own.Max(article => article.Time);
        var coverage = Coverage(outlets.Values.Sum() + CopyShare * copying.Sum(outlet => outlet.Value), own.Count);
        var freshness = newest is { } time ? Math.Pow(0.5, Math.Max(0, (now - time) / half)) : 0;
        var sinceTold = own.Count(article => article.Time > toldAt);
        var novelty = toldAt is null ? 1 : sinceTold > 0 ? FollowUp : Repeat;
        var isOnTopic = own.Count > 0 && own.Count(article => article.IsOnTopic) * 2 >= own.Count;
        return new(
            coverage * freshness * novelty * (isOnTopic ? OnTopic : 1), coverage, freshness, outlets.Count, copying.Count, own.Count, articles.Count - own.Count,
            own.Count(article => article.Time >= newSince && article.Time <= now), newSince, newest, LanguagesOf(articles))
        {
            ToldAt = toldAt, ArticlesSinceTold = sinceTold, IsOnTopic = isOnTopic,
        };
    }

    /// <summary>Logarithmic, so that the tenth outlet adds less than the second.</summary>
    private static double Coverage(double outlets, int articles) => Math.Log2(1 + outlets) * (1 + SizeShare * Math.Log2(1 + articles));

    /// <summary>The weight of each outlet: that of its best source.</summary>
    private static Dictionary<string, double> OutletsOf(IEnumerable<StoryArticle> articles) =>
        articles.GroupBy(article => RegistrableHost.Of(article.Outlet), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(article => Usable(article.Weight)), StringComparer.Ordinal);

    private static double Usable(double weight) => double.IsNaN(weight) ? 0 : Math.Clamp(weight, 0, MostWeight);

    private static List<string> LanguagesOf(IEnumerable<StoryArticle> articles) =>
        [.. articles.Where(article => !string.IsNullOrEmpty(article.Language)).Select(article => article.Language!.Split('-', '_')[0].ToLowerInvariant())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
