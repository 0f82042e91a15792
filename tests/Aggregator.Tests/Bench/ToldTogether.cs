using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Bench;

/// <summary>A story of several articles in words of their own; copies do not count.</summary>
internal sealed record ToldTogether(int Story, string? Language, IReadOnlyList<string> Titles)
{
    /// <returns>The largest first.</returns>
    public static async Task<IReadOnlyList<ToldTogether>> ReadAsync(AggregatorDb db)
    {
        var members = await db.StoryMembers.AsNoTracking().Where(member => member.Article.Copy == null).OrderBy(member => member.ArticleId)
            .Select(member => new { member.StoryId, member.Article.Language, member.Article.Title }).ToListAsync();
        return [.. members.GroupBy(member => member.StoryId).Where(story => story.Skip(1).Any())
            .Select(story => new ToldTogether(story.Key, story.First().Language, [.. story.Select(member => member.Title)]))
            .OrderByDescending(story => story.Titles.Count).ThenBy(story => story.Story)];
    }

    public override string ToString() =>
        $"story {Story}, {Titles.Count} articles ({Language ?? "?"})\n{string.Join('\n', Titles.Select(title => $"  - {title}"))}";
}
