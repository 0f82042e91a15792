namespace Aggregator.Curation.Checks;

/// <summary>Reads an issue as a strict colleague would: every check over every text. Pure.</summary>
public static class IssueReview
{
    /// <summary>More than anybody reads: past these, the first ones are mended first. What blocks is never left out.</summary>
    private const int Most = 1000;

    private static readonly Func<ReviewMaterial, IEnumerable<Finding>>[] All =
    [
        CompletenessCheck.Of, QuoteChecks.Of, QuoteRights.Of, ParaphraseCheck.Of, CreditChecks.Of, LinkChecks.Of, ToldBeforeCheck.Of, EmbargoCheck.Of, ImageChecks.Of, GlossaryCheck.Of, Typography.Of, GlueCheck.Of,
        LengthChecks.Of, FactCheck.Of,
    ];

    /// <summary>What blocks unless the publication says otherwise.</summary>
    private static readonly FindingKind[] Blocking =
        [FindingKind.QuoteDiffers, FindingKind.SectionWithoutCredit, FindingKind.Embargo, FindingKind.ImageAlt, FindingKind.ImageCredit, FindingKind.ImageRights];

    /// <returns>What was found, in the order of the issue; what the publication has switched off is left out.</returns>
    public static IReadOnlyList<Finding> Of(ReviewMaterial material)
    {
        var order = material.Sections.Select((section, at) => (section.PublicId, at)).ToDictionary(pair => pair.PublicId, pair => pair.at + 1);
        var found = All.SelectMany(check => check(material)).Select(finding => Weighed(finding, material)).OfType<Finding>()
            .OrderBy(finding => finding.Place.Section is { } section ? order.GetValueOrDefault(section, int.MaxValue) : finding.Place.Field is "closing" or "issue" ? int.MaxValue : 0)
            .ThenBy(finding => finding.Place.Field switch { "title" or "heading" => -2, "intro" => -1, "block" => finding.Place.Block ?? 0, _ => int.MaxValue }).ThenBy(finding => finding.Place.Start);
        return [.. found.Where((finding, at) => at < Most || finding.Blocks)];
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
