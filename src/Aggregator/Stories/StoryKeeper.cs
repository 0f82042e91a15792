using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>
/// Puts articles into stories as they come in: each whole article (or one whose page cannot be read) joins the story it most likely
/// belongs to, or opens one. What was decided is a row, so a restart goes on where it stopped. One keeper in a process.
/// </summary>
public sealed class StoryKeeper(Func<AggregatorDb> databases, TimeProvider clock) : IDisposable
{
    private const int BatchSize = 200;

    private readonly SemaphoreSlim turn = new(1, 1);
    private StoryMatcher? matcher;

    /// <summary>Takes in what is waiting.</summary>
    /// <returns>How many articles found their story.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            matcher ??= await RestoreAsync(stop);
            var taken = 0;
            while (await TakeAsync(matcher, stop) is > 0 and var more) taken += more;
            return taken;
        }
        catch
        {
            // What the matcher took and the database did not must not stand: it is made anew from the rows.
            matcher = null;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<StoryMatcher> RestoreAsync(CancellationToken stop)
    {
        var restored = new StoryMatcher(StoryWindow.Default);
        await using var db = databases();
        var oldest = clock.GetUtcNow() - StoryWindow.Default.Length!.Value;
        var known = Rows(db).Where(row => row.StoryId != null && row.Time >= oldest).OrderBy(row => row.Time).ThenBy(row => row.Id);
        await foreach (var row in known.AsAsyncEnumerable().WithCancellation(stop)) restored.Restore(row.ToText(), row.StoryId!.Value);
        return restored;
    }

    private async Task<int> TakeAsync(StoryMatcher stories, CancellationToken stop)
    {
        await using var db = databases();
        var oldest = clock.GetUtcNow() - StoryWindow.Default.Length!.Value;
        var waiting = await Rows(db)
            .Where(row => row.StoryId == null && row.Time >= oldest && !db.Extractions.Any(page => page.ArticleId == row.Id && page.DueAt != null))
            .OrderBy(row => row.Time).ThenBy(row => row.Id).Take(BatchSize).ToListAsync(stop);
        if (waiting.Count == 0) return 0;

        var places = waiting.Select(row => (row.Id, Story: stories.Add(row.ToText()))).ToList();
        await db.WriteAsync(inner => StoreAsync(db, places, inner), stop);
        return waiting.Count;
    }

    private static async Task<int> StoreAsync(AggregatorDb db, List<(int Id, int Story)> places, CancellationToken stop)
    {
        var changed = places.Select(place => place.Story).Distinct().ToList();
        var stories = await db.Stories.Where(story => changed.Contains(story.Id)).ToDictionaryAsync(story => story.Id, stop);
        foreach (var id in changed.Where(id => !stories.ContainsKey(id))) db.Add(stories[id] = new() { Id = id, Headline = "" });
        db.AddRange(places.Select(place => new StoryMember { ArticleId = place.Id, StoryId = place.Story }));
        await db.SaveChangesAsync(stop);
        foreach (var id in changed) await DescribeAsync(db, stories[id], stop);
        return await db.SaveChangesAsync(stop);
    }

    /// <summary>Counts a story's articles anew and finds the title that stands over it.</summary>
    private static async Task DescribeAsync(AggregatorDb db, Story story, CancellationToken stop)
    {
        var articles = await Rows(db).Where(row => row.StoryId == story.Id).OrderBy(row => row.Time).ThenBy(row => row.Id).ToListAsync(stop);
        var headline = StoryHeadline.Of([.. articles.Select(row => row.ToText())]);
        story.Headline = headline?.Title ?? articles[0].Title;
        story.Lead = headline?.Lead;
        story.Language = articles[0].Language;
        story.Articles = articles.Count;
        story.Copies = articles.Count(article => article.CopyOf is not null);
        story.Outlets = articles.Where(article => article.CopyOf is null).Select(article => article.SourceId).Distinct().Count();
        story.FirstAt = articles[0].Time;
        story.LastAt = articles[^1].Time;
    }

    private static IQueryable<StoryRow> Rows(AggregatorDb db) =>
        from article in db.Articles.AsNoTracking()
        select new StoryRow
        {
            Id = article.Id,
            Title = article.Title,
            Text = article.Text.Text,
            Language = article.Language,
            Time = article.Time,
            SourceId = article.SourceId,
            CopyOf = article.Copy == null ? null : article.Copy.OriginalId,
            StoryId = db.StoryMembers.Where(member => member.ArticleId == article.Id).Select(member => (int?)member.StoryId).FirstOrDefault(),
        };

    /// <summary>What is read of an article to place it.</summary>
    private sealed class StoryRow
    {
        public required int Id { get; init; }

        public required string Title { get; init; }

        public required string Text { get; init; }

        public string? Language { get; init; }

        public required DateTimeOffset Time { get; init; }

        public required int SourceId { get; init; }

        public int? CopyOf { get; init; }

        public int? StoryId { get; init; }

        public StoryText ToText() => new(Id, Title, Text, Language, Time, Outlet: null, CopyOf);
    }
}
