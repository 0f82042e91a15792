using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>A comment as somebody writes it.</summary>
/// <param name="Section">What it is about; null for the whole issue.</param>
/// <param name="Words">The words it is about; empty for the whole section.</param>
/// <param name="Text">What is said.</param>
/// <param name="Start">Where the words begin in the section's text; null: where they first stand.</param>
public sealed record WrittenComment(Guid? Section, string? Words, string? Text, int? Start = null);

/// <summary>The one door for comments: of the team and of guests.</summary>
public static class TakeComment
{
    private const int LongestText = 5000, LongestWords = 2000;

    /// <param name="issue">With its sections.</param>
    /// <param name="account">Who says it; null for a guest.</param>
    /// <param name="guest">The guest's name.</param>
    /// <returns>The comment, stored; or why it was not.</returns>
    public static async Task<(Comment? Comment, EditFault? Fault)> RunAsync(
        AggregatorDb db, Issue issue, WrittenComment written, int? account, string? guest, DateTimeOffset now, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(written.Text) || written.Text.Length > LongestText)
            return (null, new("text", "Un commentaire compte 1 à 5 000 caractères.", "A comment has 1 to 5,000 characters."));
        var about = issue.Sections.Find(section => section.PublicId == written.Section);
        if (written.Section is not null && about is null) return (null, new("section", "Ce numéro n’a pas cette section.", "The issue has no such section."));
        var words = written.Words ?? "";
        if (words.Length > LongestWords || (words.Length > 0 && about is null))
            return (null, new("words", "Choisissez la section, et 2 000 caractères d’elle au plus.", "Name the section, and at most 2,000 characters of it."));
        var start = about is null || words.Length == 0 ? null : CommentAnchor.Place(SectionWords.Of(about), words, written.Start);
        if (words.Length > 0 && start is null)
            return (null, new("words", "Ces mots ne se trouvent pas dans la section : copiez-les tels quels.", "These words do not stand in the section, or not there: copy them as they are."));
        var comment = new Comment
        {
            PublicId = Guid.CreateVersion7(now), IssueId = issue.Id, SectionId = about?.PublicId, AccountId = account, GuestName = guest, At = now, Text = written.Text, Words = words, Start = start,
        };
        db.Add(comment);
        await db.SaveChangesAsync(stop);
        return (comment, null);
    }

    /// <summary>Says that a comment is dealt with, or that it is not.</summary>
    /// <param name="id">Public id of the comment.</param>
    /// <param name="at">When; null opens it again.</param>
    /// <returns>Null when there is none.</returns>
    public static async Task<Comment?> ResolveAsync(AggregatorDb db, Guid id, DateTimeOffset? at, int? by, CancellationToken stop)
    {
        if (await db.Comments.FirstOrDefaultAsync(row => row.PublicId == id, stop) is not { } comment) return null;
        (comment.ResolvedAt, comment.ResolvedById) = (at, at is null ? null : by);
        await db.SaveChangesAsync(stop);
        return comment;
    }
}
