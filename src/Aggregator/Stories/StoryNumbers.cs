using Aggregator.Storage;

namespace Aggregator.Stories;

/// <summary>
/// A story has the number of an article that opened it, or of another when that has a story already. One is free where a story of several
/// articles is parted: there are fewer stories than articles. An article that waits for its story keeps its number for it.
/// </summary>
internal static class StoryNumbers
{
    /// <summary>A number that no story with articles has.</summary>
    /// <param name="preferred">Articles that have a place, those first whose numbers are to be given.</param>
    public static int Free(AggregatorDb db, IReadOnlyCollection<int> preferred)
    {
        var taken = db.StoryMembers.Where(member => preferred.Contains(member.StoryId)).Select(member => member.StoryId).ToHashSet();
        foreach (var id in preferred)
        {
            if (!taken.Contains(id)) return id;
        }

        return db.StoryMembers.Where(member => !db.StoryMembers.Any(other => other.StoryId == member.ArticleId))
            .OrderByDescending(member => member.ArticleId).Select(member => member.ArticleId).First();
    }
}
