using System.Text.Json;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Stories;

/// <summary>
/// Editors' moves. Each is one transaction: the articles' new places, fixed so that the machine never moves them again, and the row that
/// says where they were. Undoing puts them back as they were, if nothing later moved them.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="clock">The time.</param>
public sealed class MoveStories(AggregatorDb db, TimeProvider clock)
{
    /// <summary>Puts the articles of another story into this one.</summary>
    /// <returns>The move, or null when one of them is not there or both are the same.</returns>
    public Task<StoryMove?> MergeAsync(int story, int other, string? by, CancellationToken stop) => MoveAsync(StoryMoveKind.Merge, story, by, async inner =>
        story == other || !await db.Stories.AnyAsync(s => s.Id == other, inner) ? null : await MembersAsync(story, other, inner), (members, _) =>
        {
            foreach (var member in members) Fix(member, story);
        }, stop);

    /// <summary>Makes some of a story's articles a story of their own, numbered like the first of them; both halves stay apart.</summary>
    /// <returns>The move, or null when an article is not in the story or none would stay.</returns>
    public Task<StoryMove?> SplitAsync(int story, IReadOnlyCollection<int> articles, string? by, CancellationToken stop) =>
        PartAsync(StoryMoveKind.Split, story, articles, by, stop);

    /// <summary>Takes one article out of a story.</summary>
    /// <returns>The move, or null when it is not in the story or alone there.</returns>
    public Task<StoryMove?> RemoveAsync(int story, int article, string? by, CancellationToken stop) =>
        PartAsync(StoryMoveKind.Remove, story, [article], by, stop);

    /// <summary>Keeps a story on top of the desk.</summary>
    public Task<StoryMove?> PinAsync(int story, string? by, CancellationToken stop) =>
        MoveAsync(StoryMoveKind.Pin, story, by, Nobody, (_, changed) => changed.PinnedAt = clock.GetUtcNow(), stop);

    /// <summary>Takes a story off the desk.</summary>
    public Task<StoryMove?> DismissAsync(int story, string? by, CancellationToken stop) =>
        MoveAsync(StoryMoveKind.Dismiss, story, by, Nobody, (_, changed) => changed.DismissedAt = clock.GetUtcNow(), stop);

    /// <summary>Puts everything back as it was before a move.</summary>
    /// <returns>False when there is no such move, it is undone already, or a later one moved the same articles.</returns>
    public Task<bool> UndoAsync(int id, CancellationToken stop) => db.WriteAsync(async inner =>
    {
        var move = await db.StoryMoves.FirstOrDefaultAsync(m => m.Id == id, inner);
        if (move is null || move.UndoneAt is not null) return false;
        var before = Read(move);
        var ids = before.Select(moved => moved.ArticleId).ToHashSet();
        var later = await db.StoryMoves.Where(m => m.Id > id && m.UndoneAt == null).ToListAsync(inner);
        if (later.Exists(m => Read(m).Any(moved => ids.Contains(moved.ArticleId)))) return false;
        await PutBackAsync(move, before, inner);
        move.UndoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(inner);
        return true;
    }, stop);

    private static IReadOnlyList<MovedArticle> Read(StoryMove move) => JsonSerializer.Deserialize<List<MovedArticle>>(move.Before)!;

    private static void Fix(StoryMember member, int story) => (member.StoryId, member.IsFixed) = (story, true);

    private static Task<List<StoryMember>?> Nobody(CancellationToken stop) => Task.FromResult<List<StoryMember>?>([]);

    private async Task<List<StoryMember>?> MembersAsync(int story, int other, CancellationToken stop) =>
        await db.StoryMembers.Where(member => member.StoryId == story || member.StoryId == other).OrderBy(member => member.ArticleId).ToListAsync(stop);

    private Task<StoryMove?> PartAsync(StoryMoveKind kind, int story, IReadOnlyCollection<int> articles, string? by, CancellationToken stop) => MoveAsync(kind, story, by, async inner =>
    {
        var members = await MembersAsync(story, story, inner);
        var leaving = members!.Count(member => articles.Contains(member.ArticleId));
        return leaving == 0 || leaving != articles.Distinct().Count() || leaving == members!.Count ? null : members;
    }, (members, _) =>
    {
        var number = FreeNumber(members.OrderByDescending(member => articles.Contains(member.ArticleId)).Select(member => member.ArticleId));
        foreach (var member in members) Fix(member, articles.Contains(member.ArticleId) ? number : story);
    }, stop);

    private int FreeNumber(IEnumerable<int> articles)
    {
        var number = StoryNumbers.Free(db, [.. articles]);
        if (!db.Stories.Any(story => story.Id == number)) db.Add(new Story { Id = number, Headline = "" });
        return number;
    }

    private Task<StoryMove?> MoveAsync(
        StoryMoveKind kind, int story, string? by, Func<CancellationToken, Task<List<StoryMember>?>> find, Action<List<StoryMember>, Story> apply, CancellationToken stop) =>
        db.WriteAsync(async inner =>
        {
            var changed = await db.Stories.FirstOrDefaultAsync(s => s.Id == story, inner);
            if (changed is null || await find(inner) is not { } members) return null;
            var before = members.Select(member => new MovedArticle(member.ArticleId, member.StoryId, member.IsFixed)).ToList();
            var move = new StoryMove { StoryId = story, Kind = kind, At = clock.GetUtcNow(), By = by, Before = JsonSerializer.Serialize(before) };
            db.Add(move);
            apply(members, changed);
            await db.SaveChangesAsync(inner);
            await StoryDescription.RenewAsync(db, before.Select(moved => moved.StoryId).Concat(members.Select(member => member.StoryId)), inner);
            return move;
        }, stop);

    private async Task PutBackAsync(StoryMove move, IReadOnlyList<MovedArticle> before, CancellationToken stop)
    {
        var story = await db.Stories.FirstOrDefaultAsync(s => s.Id == move.StoryId, stop);
        if (story is not null && move.Kind == StoryMoveKind.Pin) story.PinnedAt = null;
        if (story is not null && move.Kind == StoryMoveKind.Dismiss) story.DismissedAt = null;
        var ids = before.Select(moved => moved.ArticleId).ToList();
        var members = await db.StoryMembers.Where(member => ids.Contains(member.ArticleId)).ToDictionaryAsync(member => member.ArticleId, stop);
        var left = members.Values.Select(member => member.StoryId).ToList();
        foreach (var moved in before.Where(moved => members.ContainsKey(moved.ArticleId))) (members[moved.ArticleId].StoryId, members[moved.ArticleId].IsFixed) = (moved.StoryId, moved.IsFixed);
        await db.SaveChangesAsync(stop);
        await StoryDescription.RenewAsync(db, left.Concat(before.Select(moved => moved.StoryId)), stop);
    }
}
