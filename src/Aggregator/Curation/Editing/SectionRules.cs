using Aggregator.Curation.History;
using Aggregator.Curation.Text;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Editing;

/// <summary>What a section must have to be stored.</summary>
public static class SectionRules
{
    public const int LongestTitle = 300, LongestKind = 50;

    /// <param name="words">As they would be.</param>
    /// <param name="before">As they were: what has not changed is not asked again.</param>
    /// <returns>The first thing that is wrong; null when they can be stored.</returns>
    public static async Task<EditFault?> ProblemAsync(AggregatorDb db, SectionSnapshot words, SectionSnapshot? before, CancellationToken stop)
    {
        var (blocks, signOff) = (before?.Blocks.SequenceEqual(words.Blocks) == true ? [] : words.Blocks, before?.SignOff.SequenceEqual(words.SignOff) == true ? [] : words.SignOff);
        if (Problem(words, blocks, signOff) is { } problem) return problem;
        if (words.OwnerId is { } owner && owner != before?.OwnerId && !await db.Users.AnyAsync(account => account.Id == owner, stop))
            return new("owner", "Ce compte n’existe pas.", $"There is no account {owner}.");
        var lost = await MarkTargets.LostAsync(db, blocks.SelectMany(block => block.AllSpans).Concat(signOff).SelectMany(span => span.Marks), stop);
        return lost.Count > 0 ? lost[0].Fault : null;
    }

    private static EditFault? Problem(SectionSnapshot words, IReadOnlyList<Block> blocks, IReadOnlyList<Span> signOff) =>
        string.IsNullOrWhiteSpace(words.Title) || words.Title.Length > LongestTitle
            ? new("title", $"Donnez à la section un titre de 1 à {LongestTitle} caractères.", $"Give a title of 1 to {LongestTitle} characters.")
        : words.Kind?.Length > LongestKind
            ? new("kind", $"Une rubrique compte {LongestKind} caractères au plus.", $"A kind has {LongestKind} characters at the most: it is a key of the publication's template.")
        : BlockRules.Problem(blocks) is { } wrong ? new(wrong.Field, $"Ce texte ne peut pas être enregistré ({wrong.Message})", wrong.Message)
        : BlockRules.Problem(signOff, "signOff") is { } end ? new(end.Field, $"Cette formule de fin ne peut pas être enregistrée ({end.Message})", end.Message)
        : null;
}
