using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>The one door to what is put aside for a section. Doing it again changes nothing.</summary>
public static class SectionPad
{
    /// <param name="id">Public id of the section.</param>
    /// <param name="articles">Articles to put aside.</param>
    /// <param name="stories">Stories to put aside, with the articles that come later too.</param>
    public static Task<Edited> PutAsync(AggregatorDb db, Guid id, IReadOnlyCollection<int> articles, IReadOnlyCollection<int> stories, DateTimeOffset now, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await EditSection.FindAsync(db, id, inner) is not { } section) return new(EditOutcome.Missing);
            if (!await db.Issues.AnyAsync(issue => issue.Id == section.IssueId && IssueStates.Open.Contains(issue.State), inner)) return new(EditOutcome.Frozen, Section: section);
            section.Pad.AddRange(articles.Except(section.Pad.Select(item => item.ArticleId)).Select(article => new PadItem { ArticleId = article, AddedAt = now }));
            section.PadStories.AddRange(stories.Except(section.PadStories.Select(item => item.StoryId)).Select(story => new PadStory { StoryId = story, AddedAt = now }));
            await db.SaveChangesAsync(inner);
            return new(EditOutcome.Saved, Section: section);
        },
        stop);

    /// <param name="id">Public id of the section.</param>
    /// <param name="isArticle">Which articles leave.</param>
    /// <param name="isStory">Which stories leave.</param>
    public static Task<Edited> TakeOffAsync(AggregatorDb db, Guid id, Predicate<int> isArticle, Predicate<int> isStory, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await EditSection.FindAsync(db, id, inner) is not { } section) return new(EditOutcome.Missing);
            section.Pad.RemoveAll(item => isArticle(item.ArticleId));
            section.PadStories.RemoveAll(item => isStory(item.StoryId));
            await db.SaveChangesAsync(inner);
            return new(EditOutcome.Saved, Section: section);
        },
        stop);

    /// <summary>The articles of a story that are no copies, the earliest first: what is put aside with it, to be credited one by one.</summary>
    public static Task<List<int>> ArticlesOfAsync(AggregatorDb db, int story, CancellationToken stop) => db.StoryMembers
        .Where(member => member.StoryId == story && member.Article.Copy == null).OrderBy(member => member.Article.Time).Select(member => member.ArticleId).ToListAsync(stop);
}
