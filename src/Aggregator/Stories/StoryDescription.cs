using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>What stands on a story's row: its headline and its counts, found from its articles.</summary>
internal static class StoryDescription
{
    /// <summary>
    /// Describes stories anew. One without articles keeps its row, with counts of 0: an editor may put articles back. The changes are saved.
    /// </summary>
    public static async Task RenewAsync(AggregatorDb db, IEnumerable<int> ids, CancellationToken stop)
    {
        var changed = ids.Distinct().ToList();
        foreach (var story in await db.Stories.Where(story => changed.Contains(story.Id)).ToListAsync(stop)) await RenewAsync(db, story, stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task RenewAsync(AggregatorDb db, Story story, CancellationToken stop)
    {
        var articles = await StoryRow.Of(db).Where(row => row.StoryId == story.Id).OrderBy(row => row.Time).ThenBy(row => row.Id).ToListAsync(stop);
        story.Articles = articles.Count;
        story.Copies = articles.Count(article => article.CopyOf is not null);
        story.Outlets = articles.Where(article => article.CopyOf is null).Select(article => article.Outlet)
            .Distinct(StringComparer.Ordinal).Count();
        if (articles.Count == 0) return;
        var headline = StoryHeadline.Of([.. articles.Select(row => row.ToText())]);
        story.Headline = headline?.Title ?? articles[0].Title;
        story.Lead = headline?.Lead;
        story.Language = articles[0].Language;
        story.FirstAt = articles[0].Time;
        story.LastAt = articles[^1].Time;
    }
}
