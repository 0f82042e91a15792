using Aggregator.Archive;
using Aggregator.Storage;

namespace Aggregator.Stories;

/// <summary>
/// Articles that may be from any time: nobody dates them, and they were there when their source was visited first. What comes undated at a later
/// visit is about as old as its arrival.
/// </summary>
internal static class UndatedArticles
{
    public static IQueryable<Article> Of(AggregatorDb db) => db.Articles.Where(article =>
        article.PublishedAt == null && article.Time == article.ArrivedAt
        && article.ArrivedAt == db.Articles.Where(other => other.SourceId == article.SourceId).OrderBy(other => other.Id).Select(other => other.ArrivedAt).First());
}
