using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>
/// Matches an article again whose page was read after it had been matched by what its feed said. Its copies follow it. Where an editor put
/// it, it stays, and counts there with all its words.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="stories">The matcher, which knows what the database holds.</param>
internal sealed class MatchAgain(AggregatorDb db, StoryMatcher stories)
{
    /// <param name="row">The article as it is now, with its story.</param>
    /// <param name="stop">Ends it before anything is written; the matcher must then be made anew.</param>
    public async Task RunAsync(StoryRow row, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var copies = await CopiesAsync(row.Id, stop);
        var story = row.StoryId!.Value;
        var number = row.IsFixed ? story : await NumberAsync(row, copies, stop);
        stories.Remove(row.Id);
        if (row.IsFixed) stories.Restore(row.ToText(), story, isFixed: true);
        else story = stories.Add(row.ToText(), number);
        foreach (var copy in copies)
        {
            // Those that were texts of their own before their original was whole are copies from now on.
            stories.Remove(copy.Id);
            stories.Restore(copy.ToText(), story);
        }

        var moved = copies.Select(copy => copy.Id).Append(row.Id).ToDictionary(id => id, _ => story);
        await db.WriteAsync(inner => StoreAsync(row.Id, moved, inner), stop);
    }

    private async Task<List<StoryRow>> CopiesAsync(int article, CancellationToken stop)
    {
        var ids = await db.Copies.Where(copy => copy.OriginalId == article).Select(copy => copy.ArticleId).ToListAsync(stop);
        if (ids.Count == 0) return [];
        var placed = StoryRow.Of(db).Where(row => ids.Contains(row.Id) && row.StoryId != null && !row.IsFixed);
        return await placed.OrderBy(row => row.Id).ToListAsync(stop);
    }

    /// <summary>What the story is called if the article opens one: as that it leaves, if nobody stays there.</summary>
    private async Task<int> NumberAsync(StoryRow row, List<StoryRow> copies, CancellationToken stop)
    {
        var leaving = copies.Select(copy => copy.Id).Append(row.Id).ToList();
        var staying = await db.StoryMembers.Where(member => member.StoryId == row.StoryId && !leaving.Contains(member.ArticleId))
            .OrderBy(member => member.ArticleId).Select(member => member.ArticleId).ToListAsync(stop);
        return staying.Count == 0 ? row.StoryId!.Value : StoryNumbers.Free(db, [row.Id, .. staying]);
    }

    private async Task<int> StoreAsync(int article, IReadOnlyDictionary<int, int> moved, CancellationToken stop)
    {
        await db.StoryMembers.Where(member => member.ArticleId == article)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.IsByExcerpt, false), stop);
        return await StoryPlaces.MoveAsync(db, moved, stop);
    }
}
