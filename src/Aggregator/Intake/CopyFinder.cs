using Aggregator.Archive;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Intake;

/// <summary>
/// Ties articles of equal folded text: the first to arrive is the original, the others are its copies, and no copy is an
/// original. Runs inside a write.
/// </summary>
internal static class CopyFinder
{
    /// <summary>Adds the edges that the texts of these articles (stored, and not copies yet) make necessary.</summary>
    /// <returns>Ids of the new copies: of these articles, or of ones that arrived later but were read earlier.</returns>
    public static async Task<IReadOnlySet<int>> AddEdgesAsync(AggregatorDb db, IEnumerable<Article> articles, CancellationToken stop)
    {
        var hashes = articles.Select(article => article.TextHash).OfType<long>().Distinct().ToList();
        var copies = new HashSet<int>();
        if (hashes.Count == 0) return copies;

        var same = await db.Articles
            .Where(article => article.TextHash != null && hashes.Contains(article.TextHash!.Value) && article.Copy == null)
            .Select(article => new { article.Id, article.TextHash })
            .ToListAsync(stop);
        foreach (var group in same.GroupBy(article => article.TextHash).Where(group => group.Count() > 1))
        {
            var original = group.Min(article => article.Id);
            foreach (var copy in group.Where(article => article.Id != original))
            {
                db.Add(new Copy { ArticleId = copy.Id, OriginalId = original, Score = 1, Method = CopyMethod.EqualText });
                copies.Add(copy.Id);
            }
        }

        await PointToOriginalsAsync(db, copies, stop);
        return copies;
    }

    /// <summary>Copies of an article that has just become a copy itself move on to its original.</summary>
    private static async Task PointToOriginalsAsync(AggregatorDb db, HashSet<int> newCopies, CancellationToken stop)
    {
        if (newCopies.Count == 0) return;
        await db.SaveChangesAsync(stop);
        await db.Copies.Where(copy => newCopies.Contains(copy.OriginalId)).ExecuteUpdateAsync(
            set => set.SetProperty(copy => copy.OriginalId, copy => db.Copies.First(edge => edge.ArticleId == copy.OriginalId).OriginalId), stop);
    }
}
