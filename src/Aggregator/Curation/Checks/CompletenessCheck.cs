using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Checks;

/// <summary>What no issue is approved without, whatever the house says: there would be nothing to send. Pure.</summary>
internal static class CompletenessCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.NoTitle, "Numéro sans titre", "Issue without title", Severity.Block) { MayPass = false },
            new(FindingKind.NoIntro, "Numéro sans introduction", "Issue without introduction", Severity.Block) { MayPass = false },
            new(FindingKind.NoSections, "Numéro sans section", "Issue without sections", Severity.Block) { MayPass = false },
            new(FindingKind.EmptySection, "Section vide", "Empty section", Severity.Block) { MayPass = false },
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        var issue = material.Issue;
        if (string.IsNullOrWhiteSpace(issue.Title)) yield return Missing(FindingKind.NoTitle, "title", "Le numéro n’a pas de titre.", "The issue has no title.");
        if (string.IsNullOrWhiteSpace(issue.Intro)) yield return Missing(FindingKind.NoIntro, "intro", "Le numéro n’a pas d’introduction.", "The issue has no introduction.");
        if (issue.Sections.Count == 0) yield return Missing(FindingKind.NoSections, "issue", "Le numéro n’a pas de section.", "The issue has no sections.");
        foreach (var section in material.Sections.Where(IsEmpty))
            yield return new(
                FindingKind.EmptySection, Severity.Block, TextUnit.Of(section).First().Whole,
                $"La section {section.Position + 1}, «\u00A0{section.Title}\u00A0», est vide.", $"Section {section.Position + 1}, “{section.Title}”, is empty.");
    }

    private static bool IsEmpty(Section section) => section.Body.All(block => block.Image is null && string.IsNullOrWhiteSpace(block.Text));

    private static Finding Missing(FindingKind kind, string field, string french, string english) => new(kind, Severity.Block, new(null, field, null, 0, ""), french, english);
}
