using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation;

/// <summary>Articles that editors use: in a pad, or cited in an issue of any age. They outlive every retention, and nobody deletes them.</summary>
public static class KeptArticles
{
    public static async Task<IReadOnlySet<int>> FindAsync(AggregatorDb db, CancellationToken stop)
    {
        var kept = await db.PadItems.Select(item => item.ArticleId).Distinct().ToHashSetAsync(stop);
        await foreach (var blocks in db.Sections.AsNoTracking().Select(section => section.Blocks).AsAsyncEnumerable().WithCancellation(stop))
            kept.UnionWith(blocks.SelectMany(block => block.Articles));
        return kept;
    }
}
