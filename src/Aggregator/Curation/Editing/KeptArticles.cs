using Aggregator.Curation.Candidates;
using Aggregator.Curation.History;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>
/// Articles that editors use: in a pad, or in a story that is; taken for an issue; cited in an issue of any age, now or in an earlier
/// version of it; brought in by hand; an issue of a
/// press review itself; starred, tagged, noted or under embargo. They outlive every retention, and nobody deletes them.
/// </summary>
public static class KeptArticles
{
    /// <summary>All of them.</summary>
    /// <param name="withClips">Also what was brought in by hand and nothing else: it outlives retention, but who clipped it by mistake may delete it.</param>
    public static async Task<IReadOnlySet<int>> FindAsync(AggregatorDb db, CancellationToken stop, bool withClips = true) =>
        (await InUseAsync(db, stop, withClips)).Union(await CitedSinceAsync(db, DateTimeOffset.MinValue, stop)).ToHashSet();

    /// <summary>Those in use now, without what only earlier versions cite.</summary>
    public static async Task<IReadOnlySet<int>> InUseAsync(AggregatorDb db, CancellationToken stop, bool withClips = true)
    {
        var notes = db.CandidateNotes.Where(note => note.TakenById != null || note.CarriedAt != null);
        var stories = db.PadStories.Select(item => item.StoryId).Union(notes.Where(note => note.Kind == CandidateKind.Story).Select(note => note.TargetId));
        var kept = await db.PadItems.Select(item => item.ArticleId)
            .Union(db.StoryMembers.Where(member => stories.Contains(member.StoryId)).Select(member => member.ArticleId))
            .Union(notes.Where(note => note.Kind == CandidateKind.Find).Select(note => note.TargetId))
            .Union(db.Clips.Where(_ => withClips).Select(clip => clip.ArticleId))
            .Union(db.EarlierIssues.Select(issue => issue.ArticleId))
            .Union(db.ArticleNotes.Select(note => note.ArticleId))
            .Union(db.ArticleGlances.Where(glance => glance.IsStarred).Select(glance => glance.ArticleId)).ToHashSetAsync(stop);
        await foreach (var desk in db.ArticleDesks.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (desk.IsStarred || desk.EmbargoUntil is not null || desk.Tags.Count > 0) kept.Add(desk.ArticleId);
        await foreach (var section in db.Sections.AsNoTracking().Select(section => new { section.Blocks, section.SignOff }).AsAsyncEnumerable().WithCancellation(stop))
            kept.UnionWith(CitedIn(section.Blocks, section.SignOff));
        return kept;
    }

    /// <summary>Articles that stored versions cite: a restore brings the citation back, and what was approved stays evident.</summary>
    /// <param name="since">Only versions written since then.</param>
    public static async Task<IReadOnlySet<int>> CitedSinceAsync(AggregatorDb db, DateTimeOffset since, CancellationToken stop)
    {
        var kept = new HashSet<int>();
        await foreach (var row in db.Revisions.AsNoTracking().Where(row => row.SectionId != null && row.At >= since).AsAsyncEnumerable().WithCancellation(stop))
            if (RevisionWords.Section(row) is var words) kept.UnionWith(CitedIn(words.Blocks, words.SignOff));
        await foreach (var content in db.Transitions.Where(row => row.Content != null && row.At >= since).Select(row => row.Content!).AsAsyncEnumerable().WithCancellation(stop))
            foreach (var section in ApprovedWords.Read(content).Sections) kept.UnionWith(CitedIn(section.Words.Blocks, section.Words.SignOff));
        return kept;
    }

    // An issue's own intro and closing are plain text: they hold no marks.
    private static IEnumerable<int> CitedIn(IEnumerable<Block> blocks, IReadOnlyList<Span> signOff) =>
        blocks.Append(new(BlockKind.Paragraph, signOff)).SelectMany(block => block.Articles);
}
