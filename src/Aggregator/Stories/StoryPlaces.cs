using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>Writes down where articles are. Each inside a write.</summary>
internal static class StoryPlaces
{
    /// <summary>Gives articles that have none their places.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> StoreAsync(AggregatorDb db, IReadOnlyList<(StoryRow Row, int Story)> places, CancellationToken stop)
    {
        var changed = places.Select(place => place.Story).Distinct().ToList();
        await OpenAsync(db, changed, stop);
        foreach (var (row, story) in places) db.Add(new StoryMember { ArticleId = row.Id, StoryId = story, IsByExcerpt = !row.IsWhole });
        await db.SaveChangesAsync(stop);
        await StoryDescription.RenewAsync(db, changed, stop);
        return places.Count;
    }

    /// <summary>Moves articles to other stories, but for those that an editor has fixed meanwhile.</summary>
    /// <param name="moved">Articles, each with its new story.</param>
    /// <returns>How many were moved.</returns>
    public static async Task<int> MoveAsync(AggregatorDb db, IReadOnlyDictionary<int, int> moved, CancellationToken stop)
    {
        var articles = moved.Keys.ToList();
        var members = await db.StoryMembers.Where(member => articles.Contains(member.ArticleId) && !member.IsFixed).ToListAsync(stop);
        var touched = members.Select(member => member.StoryId).Concat(moved.Values).Distinct().ToList();
        await OpenAsync(db, touched, stop);
        foreach (var member in members) member.StoryId = moved[member.ArticleId];
        await db.SaveChangesAsync(stop);
        await StoryDescription.RenewAsync(db, touched, stop);
        return members.Count;
    }

    private static async Task OpenAsync(AggregatorDb db, List<int> stories, CancellationToken stop)
    {
        var known = await db.Stories.Where(story => stories.Contains(story.Id)).Select(story => story.Id).ToListAsync(stop);
        db.AddRange(stories.Except(known).Select(id => new Story { Id = id, Headline = "" }));
    }
}
