using Aggregator.Archive;
using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>A story in the other language that tells the same event.</summary>
/// <param name="Story">The story.</param>
/// <param name="Strength">Of the evidence, from 1.5 on (<see cref="StoryTie"/>).</param>
/// <param name="Shared">Names and figures that both hold, the strongest first.</param>
public sealed record TiedStory(Story Story, double Strength, IReadOnlyList<string> Shared);

/// <summary>
/// The French story of an English one and the other way round. Found when it is asked for: the index knows who else names the same, and only those are
/// compared.
/// </summary>
public static class TiedStories
{
    /// <summary>Articles of a story that are read, the first: later ones bring names of other events in.</summary>
    private const int Read = 3;

    /// <summary>Characters of an article that are read: what begins it tells the event, and long texts share words by chance.</summary>
    private const int Beginning = 800;

    /// <summary>Rarest names that are looked for, and stories that are compared.</summary>
    private const int MostNames = 8, MostCompared = 30, MostGiven = 3;

    /// <returns>The strongest first; none for a story in neither language.</returns>
    public static async Task<IReadOnlyList<TiedStory>> OfAsync(AggregatorDb db, Story story, DateTimeOffset now, CancellationToken stop)
    {
        if (story.Language is not ("fr" or "en")) return [];
        var facts = (await FactsAsync(db, [story.Id], stop)).GetValueOrDefault(story.Id);
        if (facts is null || facts.Names.Count == 0) return [];
        var names = facts.Names.OrderByDescending(name => name.Value).ThenByDescending(name => name.Key.Length).Take(MostNames).Select(name => name.Key);
        var query = $"{string.Join(" OR ", names.Select(name => $"\"{name}\""))} lang:{(story.Language == "fr" ? "en" : "fr")}";
        var found = await ArticleSearch.FindAsync(await db.SessionAsync(stop), query, now, stop);
        var (from, to) = (story.FirstAt - StoryTie.LongestGap, story.FirstAt + StoryTie.LongestGap);
        var candidates = await db.StoryMembers.Where(member => found.Ids.Contains(member.ArticleId)).Select(member => member.StoryId).Distinct()
            .Join(db.Stories.AsNoTracking(), id => id, other => other.Id, (id, other) => other)
            .Where(other => other.Articles > 0 && other.Language != story.Language && other.FirstAt >= from && other.FirstAt <= to && other.DismissedAt == null)
            .OrderByDescending(other => other.Outlets).Take(MostCompared).ToListAsync(stop);
        var theirs = await FactsAsync(db, [.. candidates.Select(other => other.Id)], stop);
        var tied =
            from other in candidates
            let their = theirs.GetValueOrDefault(other.Id)
            where their is not null
            let strength = StoryTie.Strength(facts, their, other.FirstAt - story.FirstAt)
            where strength is not null
            orderby strength descending
            select new TiedStory(other, strength.Value, Shared(facts, their));
        return [.. tied.Take(MostGiven)];
    }

    private static List<string> Shared(StoryFacts one, StoryFacts other) =>
        [.. Shared(one.Names, other.Names).Concat(Shared(one.Numbers, other.Numbers)).OrderByDescending(fact => fact.Value).Select(fact => fact.Key).Take(MostNames)];

    private static IEnumerable<KeyValuePair<string, double>> Shared(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other) =>
        one.Where(fact => fact.Value > 0 && other.GetValueOrDefault(fact.Key) > 0);

    private static async Task<Dictionary<int, StoryFacts>> FactsAsync(AggregatorDb db, IReadOnlyList<int> stories, CancellationToken stop)
    {
        var texts = await db.StoryMembers.Where(member => stories.Contains(member.StoryId) && member.Article.Copy == null)
            .OrderBy(member => member.Article.Time).ThenBy(member => member.ArticleId)
            .Select(member => new { member.StoryId, member.Article.Title, member.Article.Language, Text = member.Article.Text.Text.Substring(0, Beginning) })
            .ToListAsync(stop);
        return texts.GroupBy(text => text.StoryId).ToDictionary(
            story => story.Key, story => StoryFacts.Of(story.Take(Read).Select(text => $"{text.Title}.\n{text.Text}"), story.First().Language));
    }
}
