using Aggregator.Curation.Editing;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Storage;

namespace Aggregator.Publishing;

/// <summary>A change to an issue that readers have.</summary>
/// <param name="Cause">typoFix, erratum, retraction or rightOfReply.</param>
/// <param name="Note">What readers are told; of a misprint, what the team is told.</param>
/// <param name="Change">Changes the issue's own fields; null for none.</param>
/// <param name="Sections">Changes sections, by their public id.</param>
public sealed record Correction(RevisionCause Cause, string Note, Action<Issue>? Change, IReadOnlyDictionary<Guid, Action<Section>> Sections);

/// <summary>Why a correction is none.</summary>
public enum CorrectionRefusal
{
    None = 0,

    /// <summary>It has not been sent: it is edited, not corrected.</summary>
    NotSent = 1,

    /// <summary>Nothing is changed by it.</summary>
    NothingChanged = 2,

    /// <summary>More than a misprint is changed.</summary>
    NoMisprint = 3,

    /// <summary>A right of reply adds words and takes none away.</summary>
    NotOnlyAdded = 4,
}

/// <summary>
/// Corrects a sent issue: the words change in the archive, with a dated note and a rendition of their own. What was mailed stays what
/// it was. All of it happens or nothing.
/// </summary>
public static class CorrectIssue
{
    /// <summary>Words that a misprint may take: more is an erratum, and readers are told.</summary>
    private const int MisprintWords = 6;

    /// <param name="issue">Whole, tracked.</param>
    public static async Task<CorrectionRefusal> RunAsync(AggregatorDb db, Issue issue, Correction correction, string publicUrl, int? account, DateTimeOffset now, CancellationToken stop)
    {
        if (issue.State is not (IssueState.Sent or IssueState.Corrected)) return CorrectionRefusal.NotSent;
        var before = ApprovedWords.Of(issue);
        if (Refusal(before, Planned(issue, correction), correction.Cause) is not CorrectionRefusal.None and var refusal) return refusal;
        var writing = new Writing(account, now, correction.Cause, correction.Note);
        foreach (var section in issue.Sections.Where(section => correction.Sections.ContainsKey(section.PublicId)))
            await EditorialWriting.SectionAsync(db, section, correction.Sections[section.PublicId], writing, stop);
        if (correction.Change is { } change) await EditorialWriting.IssueAsync(db, issue, change, writing, stop);
        var frozen = FrozenEdition.Of(await EditionReader.ReadAsync(db, issue, publicUrl, stop));
        await ApproveIssue.FreezeAsync(db, issue, frozen, IssueTransitions.Of("correct"), account, now, correction.Note, stop);
        return CorrectionRefusal.None;
    }

    /// <summary>The words as they would be, without touching what is stored.</summary>
    private static ApprovedWords Planned(Issue issue, Correction correction)
    {
        var copy = new Issue { Title = issue.Title, Intro = issue.Intro, Closing = issue.Closing, Kind = issue.Kind, Bylines = issue.Bylines, DatedAt = issue.DatedAt };
        foreach (var section in issue.Sections)
        {
            var planned = new Section { PublicId = section.PublicId, Position = section.Position, Title = section.Title, Kind = section.Kind, OwnerId = section.OwnerId, Blocks = section.Blocks, SignOff = section.SignOff };
            if (correction.Sections.TryGetValue(section.PublicId, out var change)) change(planned);
            copy.Sections.Add(planned);
        }

        correction.Change?.Invoke(copy);
        return ApprovedWords.Of(copy);
    }

    private static CorrectionRefusal Refusal(ApprovedWords before, ApprovedWords after, RevisionCause cause)
    {
        var changes = IssueChanges.Between(before, after);
        if (changes.Count == 0) return ColumnJson.Same(before, after) ? CorrectionRefusal.NothingChanged : CorrectionRefusal.None;
        return cause switch
        {
            RevisionCause.TypoFix when IssueChanges.Words(changes) > MisprintWords => CorrectionRefusal.NoMisprint,
            RevisionCause.RightOfReply when !IssueChanges.OnlyAdds(before, after) => CorrectionRefusal.NotOnlyAdded,
            _ => CorrectionRefusal.None,
        };
    }
}
