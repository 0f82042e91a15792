using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>What somebody makes of a section.</summary>
/// <param name="Seen">The version they began with.</param>
/// <param name="Change">Changes its words.</param>
/// <param name="Merges">Whether their words are put together with what was saved meanwhile; else they get them to look at.</param>
/// <param name="Beside">What else of the section goes with it, such as an article that leaves its pad.</param>
public sealed record SectionEdit(Seen Seen, Action<Section> Change, bool Merges = false, Action<Section>? Beside = null);

/// <summary>The one door to a section's words.</summary>
public static class EditSection
{
    public static Task<Edited> RunAsync(AggregatorDb db, Guid id, SectionEdit edit, Writing writing, CancellationToken stop) => db.WriteAsync<Edited>(
        async inner =>
        {
            if (await FindAsync(db, id, inner) is not { } section) return new(EditOutcome.Missing);
            if (!await db.Issues.AnyAsync(issue => issue.Id == section.IssueId && IssueStates.Open.Contains(issue.State), inner)) return new(EditOutcome.Frozen, Section: section);
            var stored = SectionSnapshot.Of(section);
            var isSeen = edit.Seen.Is(section.Version);
            var begun = isSeen ? stored : edit.Seen.Version is { } seen ? await SeenRevisions.SectionAsync(db, section, seen, inner) : null;
            if (begun is null) return new(EditOutcome.Stale, Section: section);
            var mine = Written(begun, edit.Change);
            if (await SectionRules.ProblemAsync(db, mine, begun, inner) is { } fault)
                return isSeen ? new(EditOutcome.Refused, Section: section) { Fault = fault } : new(EditOutcome.Stale, Section: section);
            var merge = isSeen ? null : WordsMerge.Of(begun, mine, stored);
            if (merge is not null && (merge.Merged is null || !edit.Merges))
                return new(EditOutcome.Stale, Section: section) { SectionMerge = merge.Merged, Collisions = merge.Collisions };
            edit.Beside?.Invoke(section);
            await EditorialWriting.SectionAsync(db, section, merge is null ? edit.Change : merge.Merged!.Restore, writing, inner);
            return new(merge is null ? EditOutcome.Saved : EditOutcome.Merged, Section: section);
        },
        stop);

    /// <summary>A section with its pad.</summary>
    public static Task<Section?> FindAsync(AggregatorDb db, Guid id, CancellationToken stop) =>
        db.Sections.Include(section => section.Pad).Include(section => section.PadStories).FirstOrDefaultAsync(section => section.PublicId == id, stop);

    /// <summary>What the change would make of these words; the stored section is not touched.</summary>
    public static SectionSnapshot Written(SectionSnapshot begun, Action<Section> change)
    {
        var draft = new Section { Title = "" };
        begun.Restore(draft);
        change(draft);
        return SectionSnapshot.Of(draft);
    }
}
