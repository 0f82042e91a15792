using System.Text.Json;
using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>
/// Puts articles into stories as they come in: each whole article (or one whose page failed to be read), once it is known whether it is a
/// copy, joins the story it most likely belongs to, or opens one; one that is whole later is matched again. What was decided is a row, so a
/// restart goes on where it stopped. One keeper in a process.
/// </summary>
public sealed class StoryKeeper(Func<AggregatorDb> databases, TimeProvider clock) : IDisposable
{
    private const int BatchSize = 200;

    // About 20 ms of writing.
    private const int PartSize = 20;

    private readonly SemaphoreSlim turn = new(1, 1);
    private StoryMatcher? matcher;
    private (int Moves, int Undone) followed;

    /// <summary>Takes in what is waiting.</summary>
    /// <returns>How many articles found their story, or found it again.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            matcher ??= await RestoreAsync(stop);
            await FollowMovesAsync(matcher, stop);
            var taken = 0;
            while (await TakeAsync(matcher, stop) is > 0 and var more) taken += more;
            while (await TakeAgainAsync(matcher, stop) is > 0 and var more) taken += more;
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

    /// <summary>
    /// The nightly pass: forms the stories of the window anew, now that all its texts are known. What editors fixed stays; a pinned or
    /// dismissed story keeps its row.
    /// </summary>
    /// <returns>How many articles changed their story.</returns>
    public async Task<int> ReviewAsync(CancellationToken stop)
    {
        await RunAsync(stop);
        await turn.WaitAsync(stop);
        try
        {
            matcher ??= await RestoreAsync(stop);
            await FollowMovesAsync(matcher, stop);
            return await MoveAsync(matcher.Review(), stop);
        }
        catch
        {
            matcher = null;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Another process keeps the stories now: what this one has in memory is out of date.</summary>
    public void Forget() => matcher = null;

    public void Dispose() => turn.Dispose();

    /// <summary>What editors moved since the last turn is moved in the matcher, too.</summary>
    private async Task FollowMovesAsync(StoryMatcher stories, CancellationToken stop)
    {
        await using var db = databases();
        var latest = await MarkAsync(db, stop);
        if (latest == followed) return;
        followed = latest;
        var undone = await db.StoryMoves.AsNoTracking().Where(move => move.UndoneAt != null).Select(move => move.Before).ToListAsync(stop);
        var loose = undone.SelectMany(before => JsonSerializer.Deserialize<List<MovedArticle>>(before)!).Select(moved => moved.ArticleId).Distinct().ToList();
        var touched = db.StoryMembers.AsNoTracking().Where(member => member.IsFixed || loose.Contains(member.ArticleId));
        await foreach (var member in touched.AsAsyncEnumerable().WithCancellation(stop)) stories.Move(member.ArticleId, member.StoryId, member.IsFixed);
    }

    /// <summary>Changes with every move and every undoing.</summary>
    private static async Task<(int Moves, int Undone)> MarkAsync(AggregatorDb db, CancellationToken stop) =>
        (await db.StoryMoves.CountAsync(stop), await db.StoryMoves.CountAsync(move => move.UndoneAt != null, stop));

    private async Task<StoryMatcher> RestoreAsync(CancellationToken stop)
    {
        var restored = new StoryMatcher(StoryWindow.Default);
        await using var db = databases();
        followed = await MarkAsync(db, stop);
        var oldest = StoryQueue.Oldest(clock.GetUtcNow());
        var known = StoryRow.Of(db).Where(row => row.StoryId != null && row.Time >= oldest).OrderBy(row => row.Time).ThenBy(row => row.Id);
        await foreach (var row in known.AsAsyncEnumerable().WithCancellation(stop)) restored.Restore(row.ToText(), row.StoryId!.Value, row.IsFixed);
        return restored;
    }

    private async Task<int> TakeAsync(StoryMatcher stories, CancellationToken stop)
    {
        await using var db = databases();
        db.IsBulk = true;
        var waiting = await StoryQueue.New(db, clock.GetUtcNow()).Take(BatchSize).ToListAsync(stop);
        if (waiting.Count == 0) return 0;

        var places = waiting.Select(row => (row, Story: stories.Add(row.ToText()))).ToList();
        foreach (var part in places.Chunk(PartSize)) await db.WriteAsync(inner => StoryPlaces.StoreAsync(db, part, inner), stop);
        // A story that has grown fast is not left as it is until the night.
        await MoveAsync(stories.ReviewOvergrown(), stop);
        return waiting.Count;
    }

    private async Task<int> MoveAsync(IReadOnlyDictionary<int, int> moved, CancellationToken stop)
    {
        await using var db = databases();
        db.IsBulk = true;
        foreach (var part in moved.Chunk(PartSize).Select(part => part.ToDictionary()))
            await db.WriteAsync(inner => StoryPlaces.MoveAsync(db, part, inner), stop);
        return moved.Count;
    }

    private async Task<int> TakeAgainAsync(StoryMatcher stories, CancellationToken stop)
    {
        await using var db = databases();
        db.IsBulk = true;
        var read = await StoryQueue.Again(db, clock.GetUtcNow()).Take(BatchSize).ToListAsync(stop);
        var again = new MatchAgain(db, stories);
        // One by one: what the next one leaves or joins depends on where this one went.
        foreach (var row in read) await again.RunAsync(row, stop);
        return read.Count;
    }
}
