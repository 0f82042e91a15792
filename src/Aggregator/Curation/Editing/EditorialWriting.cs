using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>Who writes, when and why.</summary>
/// <param name="AccountId">Null for the program itself.</param>
/// <param name="At">UTC.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">What readers are told, or what was restored.</param>
public sealed record Writing(int? AccountId, DateTimeOffset At, RevisionCause Cause = RevisionCause.Save, string? Note = null);

/// <summary>Every write to an issue's words goes through here: it binds the quotes, moves the comments and leaves a revision. Inside a write.</summary>
public static class EditorialWriting
{
    /// <summary>Autosaves of one person within this time are one revision.</summary>
    private static readonly TimeSpan OneStretch = TimeSpan.FromMinutes(10);

    /// <summary>How long an autosave is kept that a later one of its stretch stands for.</summary>
    private static readonly TimeSpan SupersededFor = TimeSpan.FromDays(1);

    /// <summary>Writes a section.</summary>
    /// <param name="section">As it is stored.</param>
    /// <param name="change">Changes its words.</param>
    public static async Task SectionAsync(AggregatorDb db, Section section, Action<Section> change, Writing writing, CancellationToken stop)
    {
        var (before, stored) = (SectionWords.Of(section), section.Body.ToList());
        change(section);
        section.Blocks = await QuoteBinding.BindAsync(db, section.Blocks, stored, stop);
        if (section.SignOff.Count > 0) section.SignOff = [.. (await QuoteBinding.BindAsync(db, [new(BlockKind.Paragraph, section.SignOff)], stored, stop))[0].Spans];
        if (section.Id > 0) section.Version++;
        await MoveCommentsAsync(db, section, before, SectionWords.Of(section), stop);
        await RecordAsync(db, section.IssueId, section.PublicId, section.Version, ColumnJson.Write(SectionSnapshot.Of(section)), writing, stop);
    }

    /// <summary>Writes an issue's own fields or the order of its sections. All of its sections are loaded.</summary>
    public static async Task IssueAsync(AggregatorDb db, Issue issue, Action<Issue> change, Writing writing, CancellationToken stop)
    {
        change(issue);
        if (issue.Id > 0) issue.Version++;
        await RecordAsync(db, issue.Id, section: null, issue.Version, ColumnJson.Write(IssueSnapshot.Of(issue)), writing, stop);
    }

    /// <summary>Adds a section at the end.</summary>
    public static async Task AddAsync(AggregatorDb db, Issue issue, Section section, Writing writing, CancellationToken stop)
    {
        section.Position = issue.Sections.Count;
        issue.Sections.Add(section);
        // The row's own key is needed by its revision.
        await db.SaveChangesAsync(stop);
        section.Blocks = await QuoteBinding.BindAsync(db, section.Blocks, [], stop);
        if (section.SignOff.Count > 0) section.SignOff = [.. (await QuoteBinding.BindAsync(db, [new(BlockKind.Paragraph, section.SignOff)], [], stop))[0].Spans];
        await RecordAsync(db, issue.Id, section.PublicId, section.Version, ColumnJson.Write(SectionSnapshot.Of(section)), writing, stop);
        await IssueAsync(db, issue, _ => { }, writing, stop);
    }

    /// <summary>Takes a section away; its words stay in the history.</summary>
    public static async Task RemoveAsync(AggregatorDb db, Issue issue, Section section, Writing writing, CancellationToken stop)
    {
        await RecordAsync(db, issue.Id, section.PublicId, section.Version, ColumnJson.Write(SectionSnapshot.Of(section)), writing with { Cause = RevisionCause.Removal }, stop);
        await db.Comments.Where(comment => comment.SectionId == section.PublicId).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Start, (int?)null), stop);
        issue.Sections.Remove(section);
        db.Remove(section);
        await IssueAsync(db, issue, _ => Renumber(issue.Sections.OrderBy(s => s.Position)), writing, stop);
    }

    /// <summary>Gives sections the places of their order.</summary>
    public static void Renumber(IEnumerable<Section> order)
    {
        foreach (var (section, at) in order.ToList().Select((section, at) => (section, at))) section.Position = at;
    }

    private static async Task RecordAsync(AggregatorDb db, int issue, Guid? section, int version, string content, Writing writing, CancellationToken stop)
    {
        var last = await db.Revisions.Where(revision => revision.IssueId == issue && revision.SectionId == section).OrderByDescending(revision => revision.Id).FirstOrDefaultAsync(stop);
        if (writing.Cause == RevisionCause.Autosave && last is { Cause: RevisionCause.Autosave } && last.AccountId == writing.AccountId && writing.At - last.At < OneStretch)
        {
            last.IsSuperseded = true;
            var old = writing.At - SupersededFor;
            await db.Revisions.Where(revision => revision.IssueId == issue && revision.IsSuperseded && revision.At < old).ExecuteDeleteAsync(stop);
        }

        db.Add(new Revision { IssueId = issue, SectionId = section, Version = version, AccountId = writing.AccountId, At = writing.At, Cause = writing.Cause, Note = writing.Note, Content = content });
        await db.SaveChangesAsync(stop);
    }

    private static async Task MoveCommentsAsync(AggregatorDb db, Section section, string before, string after, CancellationToken stop)
    {
        if (before == after) return;
        foreach (var comment in await db.Comments.Where(comment => comment.SectionId == section.PublicId && comment.Start != null).ToListAsync(stop))
        {
            var now = CommentAnchor.Follow(before, after, comment.Start!.Value, comment.Words);
            comment.Start = now?.Start;
            // Words that are gone stay as they were: one must know what was meant.
            comment.Words = now?.Words ?? comment.Words;
        }
    }
}
