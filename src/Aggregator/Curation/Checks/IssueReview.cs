using System.Text.RegularExpressions;

namespace Aggregator.Curation.Checks;

/// <summary>Reads an issue as a strict colleague would: every check over every text. Pure.</summary>
public static class IssueReview
{
    /// <summary>More than anybody reads: past these, the first ones are mended first. What blocks is never left out.</summary>
    private const int Most = 1000;

    private static readonly Func<ReviewMaterial, IEnumerable<Finding>>[] All =
    [
        CompletenessCheck.Of, QuoteChecks.Of, QuoteRights.Of, ParaphraseCheck.Of, CreditChecks.Of, LinkChecks.Of, ToldBeforeCheck.Of, EmbargoCheck.Of,
        ImageChecks.Of, GlossaryCheck.Of, Typography.Of, GlueCheck.Of, LengthChecks.Of, FactCheck.Of,
    ];

    /// <summary>What blocks unless the publication says otherwise.</summary>
    private static readonly FindingKind[] Blocking =
        [FindingKind.QuoteDiffers, FindingKind.SectionWithoutCredit, FindingKind.Embargo, FindingKind.ImageAlt, FindingKind.ImageCredit, FindingKind.ImageRights];

    /// <returns>What was found, in the order of the issue; what the publication has switched off is left out.</returns>
    public static IReadOnlyList<Finding> Of(ReviewMaterial material) => Of(material, All);

    internal static IReadOnlyList<Finding> Of(ReviewMaterial material, IReadOnlyList<Func<ReviewMaterial, IEnumerable<Finding>>> checks)
    {
        var order = material.Sections.Select((section, at) => (section.PublicId, at)).ToDictionary(pair => pair.PublicId, pair => pair.at + 1);
        var found = checks.SelectMany(check => Made(check, material)).Select(finding => Weighed(finding, material)).OfType<Finding>()
            .OrderBy(finding => finding.Place.Section is { } section ? order.GetValueOrDefault(section, int.MaxValue) : finding.Place.Field is "closing" or "issue" ? int.MaxValue : 0)
            .ThenBy(finding => finding.Place.Field switch { "title" or "heading" => -2, "intro" => -1, "block" => finding.Place.Block ?? 0, _ => int.MaxValue }).ThenBy(finding => finding.Place.Start);
        return [.. found.Where((finding, at) => at < Most || finding.Blocks)];
    }

    /// <summary>What a check found; that it was given up, when the machine was too busy for its patterns or the text too much for them.</summary>
    private static List<Finding> Made(Func<ReviewMaterial, IEnumerable<Finding>> check, ReviewMaterial material)
    {
        var found = new List<Finding>();
        try
        {
            foreach (var finding in check(material)) found.Add(finding);
        }
        catch (RegexMatchTimeoutException)
        {
            var name = check.Method.DeclaringType?.Name ?? "";
            // It blocks: what it would have found may be a false quotation. The next look makes it again.
            found.Add(new(
                FindingKind.CheckGivenUp, Severity.Block, new(null, "issue", null, 0, name),
                $"Un contrôle a duré trop longtemps et n’a pas été mené à bout ({name})\u00A0: rouvrez la page pour le refaire.",
                $"A check took too long and was given up ({name}): open the page again to repeat it."));
        }

        return found;
    }

    private static Finding? Weighed(Finding finding, ReviewMaterial material)
    {
        if (!finding.MayPass) return finding;
        var said = material.Issue.Publication.House.Checks.FirstOrDefault(check => string.Equals(check.Key, finding.Kind.ToString(), StringComparison.OrdinalIgnoreCase));
        if (said.Key is not null && said.Value == CheckEffect.Off) return null;
        var severity = said.Key is not null ? said.Value == CheckEffect.Block ? Severity.Block : Severity.Warn
            : finding.Severity == Severity.Warn && Blocking.Contains(finding.Kind) ? Severity.Block : finding.Severity;
        return finding with { Severity = finding.Severity == Severity.Note ? Severity.Note : severity, Waived = material.Waivers.GetValueOrDefault(finding.Key) };
    }
}
