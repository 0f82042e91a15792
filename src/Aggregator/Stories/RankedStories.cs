using Aggregator.Reading.Stories;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>A story of the week with its rank and who tells it.</summary>
/// <param name="Story">The story.</param>
/// <param name="Rank">Its score, and why.</param>
/// <param name="Sources">Ids of the sources that tell it, the first to tell first.</param>
public sealed record RankedStory(Story Story, StoryRank Rank, IReadOnlyList<int> Sources);

/// <summary>What the editors' own work says about stories.</summary>
/// <param name="Told">The day of the latest issue that cites an article; articles that none cites are not in it.</param>
/// <param name="Topics">What the publications are about, in any case; none: they are about anything.</param>
public sealed record DeskContext(IReadOnlyDictionary<int, DateTimeOffset> Told, IReadOnlySet<string> Topics)
{
    /// <summary>Whether a source with these topics writes about one of the publications'.</summary>
    public bool IsOnTopic(IEnumerable<string> topics) => topics.Any(Topics.Contains);
}

/// <summary>The week's stories: those that editors pinned, then the most told and freshest. Dismissed ones are not among them.</summary>
public static class RankedStories
{
    /// <summary>Stories looked at: those of the most outlets, then the newest.</summary>
    private const int Considered = 400;

    /// <param name="db">The database.</param>
    /// <param name="now">The moment.</param>
    /// <param name="filter">Which stories; null for all.</param>
    /// <param name="most">How many to give.</param>
    /// <param name="desk">What the editors' own work says about it.</param>
    public static async Task<IReadOnlyList<RankedStory>> OfWeekAsync(
        AggregatorDb db, DateTimeOffset now, Func<IQueryable<Story>, IQueryable<Story>>? filter, int most, DeskContext desk, CancellationToken stop)
    {
        var week = db.Stories.AsNoTracking().Where(story => story.LastAt >= now.AddDays(-7) && story.Articles > 0 && story.DismissedAt == null);
        var stories = await (filter?.Invoke(week) ?? week).OrderByDescending(story => story.PinnedAt != null).ThenByDescending(story => story.Outlets).ThenByDescending(story => story.LastAt).Take(Considered).ToListAsync(stop);
        var ids = stories.Select(story => story.Id).ToList();
        var undated = UndatedArticles.Of(db);
        var members = await (from member in db.StoryMembers
                             join source in db.Sources on member.Article.SourceId equals source.Id
                             where ids.Contains(member.StoryId)
                             orderby member.Article.Time
                             select new
                             {
                                 member.StoryId, member.ArticleId, member.Article.SourceId, member.Article.Url, member.Article.Language,
                                 Time = undated.Any(article => article.Id == member.ArticleId) ? (DateTimeOffset?)null : member.Article.Time,
                                 source.Weight, source.Topics, IsCopy = member.Article.Copy != null,
                             })
            .ToListAsync(stop);
        var byStory = members.ToLookup(member => member.StoryId);
        return [.. stories.Select(story => new RankedStory(
                story,
                StoryScore.Of([.. byStory[story.Id].Select(member => new StoryArticle(
                        Outlet.KeyOf(member.Url) ?? new Uri(member.Url).Authority, member.Time, member.Language, member.Weight, member.IsCopy, desk.IsOnTopic(member.Topics)))],
                    now, now.AddHours(-12),
                    toldAt: byStory[story.Id].Select(member => desk.Told.TryGetValue(member.ArticleId, out var day) ? day : (DateTimeOffset?)null).Max()),
                [.. byStory[story.Id].Where(member => !member.IsCopy).Select(member => member.SourceId).Distinct()]))
            .OrderByDescending(ranked => ranked.Story.PinnedAt is not null).ThenByDescending(ranked => ranked.Rank.Score).ThenByDescending(ranked => ranked.Story.LastAt).Take(most)];
    }
}
