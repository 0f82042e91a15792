using Aggregator.Curation;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Comments;

/// <summary>A comment as a form sends it.</summary>
/// <param name="Section">What it is about; null for the whole issue.</param>
/// <param name="Words">The words it is about; empty for the whole section.</param>
internal sealed record WrittenComment(Guid? Section, string? Words, string? Text);

/// <summary>Takes comments in from pages: from the team and from guests alike.</summary>
internal static class TakeComment
{
    /// <returns>Why it was not stored, in the visitor's language; null when it was.</returns>
    public static async Task<string?> AddAsync(AggregatorDb db, Issue issue, WrittenComment written, int? account, string? guest, DateTimeOffset now, Visit visit, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(written.Text) || written.Text.Length > 5000) return visit.Say("Un commentaire compte 1 à 5 000 caractères.", "A comment has 1 to 5,000 characters.");
        var about = issue.Sections.Find(known => known.PublicId == written.Section);
        var passage = written.Words?.Trim() ?? "";
        var start = about is null || passage.Length == 0 ? null : CommentAnchor.Place(SectionWords.Of(about), passage, null);
        if (passage.Length > 0 && start is null) return visit.Say("Ces mots ne se trouvent pas dans la section : copiez-les tels quels.", "These words do not stand in the section: copy them as they are.");
        db.Add(new Comment { PublicId = Guid.CreateVersion7(now), IssueId = issue.Id, SectionId = about?.PublicId, AccountId = account, GuestName = guest, At = now, Text = written.Text.Trim(), Words = passage, Start = start });
        await db.SaveChangesAsync(stop);
        return null;
    }
}
