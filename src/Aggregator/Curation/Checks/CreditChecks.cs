using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Who a section rests on. Pure.</summary>
internal static class CreditChecks
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.ParagraphWithoutCredit, "Paragraphe sans crédit", "Paragraph without credit"),
            new(FindingKind.SectionWithoutCredit, "Section sans crédit", "Section without credit", Severity.Block),
            new(FindingKind.OneVoice, "Section sur une seule voix", "Section resting on one voice"),
        ]);

    /// <summary>A shorter paragraph is a turn of phrase, not something told.</summary>
    private const int LeastWords = 12;

    public static IEnumerable<Finding> Of(ReviewMaterial material) => material.Sections.SelectMany(section => Of(section, material));

    private static IEnumerable<Finding> Of(Section section, ReviewMaterial material)
    {
        var marks = section.Body.SelectMany(block => block.AllSpans).SelectMany(span => span.Marks).ToList();
        var heading = TextUnit.Of(section).First();
        if (!marks.Exists(IsCredit))
        {
            if (section.Body.Any(block => block.Text.Trim().Length > 0))
                yield return new(FindingKind.SectionWithoutCredit, Severity.Warn, heading.Whole, $"La section «\u00A0{section.Title}\u00A0» ne cite aucune source.", $"Section “{section.Title}” credits no source.");
            yield break;
        }

        foreach (var unit in TextUnit.Of(section).Where(unit => unit is { Field: "block", Content.Kind: BlockKind.Paragraph or BlockKind.List }))
            if (unit.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords && !unit.Content.AllSpans.SelectMany(span => span.Marks).Any(IsCredit))
                yield return new(FindingKind.ParagraphWithoutCredit, Severity.Warn, unit.Whole, "Ce paragraphe ne dit pas d’où il vient.", "This paragraph does not say where it comes from.");
        var voices = marks.Where(IsCredit).Select(mark => VoiceOf(mark, material)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (voices.Count == 1)
            yield return new(
                FindingKind.OneVoice, Severity.Warn, heading.Whole, $"La section «\u00A0{section.Title}\u00A0» repose sur une seule voix, {NameOf(marks, material)}\u00A0; des copies d’une dépêche n’en font qu’une.",
                $"Section “{section.Title}” rests on one voice, {NameOf(marks, material)}; copies of one dispatch are one.");
    }

    private static bool IsCredit(Mark mark) => mark.Kind == MarkKind.Credit || mark is { Kind: MarkKind.Quote, ArticleId: not null };

    private static string VoiceOf(Mark mark, ReviewMaterial material) =>
        mark.ArticleId is { } id && material.Articles.TryGetValue(id, out var article) ? $"#{article.VoiceId}"
        : material.Articles.Values.FirstOrDefault(other => string.Equals(other.Outlet, mark.Source, StringComparison.OrdinalIgnoreCase)) is { } known ? $"#{known.VoiceId}"
        : mark.Source ?? "";

    private static string NameOf(IEnumerable<Mark> marks, ReviewMaterial material)
    {
        var first = marks.First(IsCredit);
        return first.ArticleId is { } id && material.Articles.TryGetValue(id, out var article) ? article.Outlet : first.Source ?? "";
    }
}
