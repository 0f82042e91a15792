using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>What is too long, and what is missing at an end. Pure.</summary>
internal static class LengthChecks
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.LongSentence, "Phrase de plus de 60 mots", "Sentence over 60 words"),
            new(FindingKind.NoSignOff, "Section sans formule de fin", "Section without sign-off"),
            new(FindingKind.MailSize, "Courriel trop lourd", "Mail too large"),
        ]);

    private const int LongestSentence = 60, LargestMail = 90_000, LargeMail = 60_000;

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        foreach (var unit in TextUnit.Of(material.Issue))
            foreach (var (start, length) in Sentences.Of(unit.Text))
                if (unit.Text.Substring(start, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)) is > LongestSentence and var words)
                    yield return new(FindingKind.LongSentence, Severity.Warn, unit.Place(start, length), $"Cette phrase compte {words} mots.", $"This sentence has {words} words.");
        var needing = material.Issue.Publication.House.Template.Where(part => part.NeedsSignOff).Select(part => part.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var section in material.Sections.Where(section => section.Kind is not null && needing.Contains(section.Kind) && section.SignOff.All(span => string.IsNullOrWhiteSpace(span.Text))))
            yield return new(FindingKind.NoSignOff, Severity.Warn, TextUnit.Of(section).First().Whole, $"La section «\u00A0{section.Title}\u00A0» n’a pas de formule de fin.", $"Section “{section.Title}” has no sign-off.");
        if (material.MailBytes > LargeMail)
            yield return new(
                FindingKind.MailSize, material.MailBytes > LargestMail ? Severity.Block : Severity.Warn, new(null, "issue", null, 0, ""), $"Le courriel pèse {material.MailBytes / 1000}\u00A0ko\u00A0; Gmail le coupe à 102\u00A0ko.",
                $"The mail has {material.MailBytes / 1000} kB; Gmail cuts it at 102 kB.");
    }
}
