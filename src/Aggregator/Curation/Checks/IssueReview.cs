using System.Text.RegularExpressions;
using Aggregator.Curation.Issues;

namespace Aggregator.Curation.Checks;

/// <summary>Reads an issue as a strict colleague would: every check over every text. Pure.</summary>
public static class IssueReview
{
    /// <summary>More than anybody reads: past these, the first ones are mended first. What blocks is never left out.</summary>
    private const int Most = 1000;

    /// <returns>What was found, in the order of the issue; what the publication has switched off is left out.</returns>
    public static IReadOnlyList<Finding> Of(ReviewMaterial material) => Of(material, AllChecks.Checks);

    internal static IReadOnlyList<Finding> Of(ReviewMaterial material, IReadOnlyList<Check> checks)
    {
        var order = material.Sections.Select((section, at) => (section.PublicId, at)).ToDictionary(pair => pair.PublicId, pair => pair.at + 1);
        var found = checks.SelectMany(check => Made(check, material)).Select(finding => Weighed(finding, material)).OfType<Finding>()
            .OrderBy(finding => finding.Place.Section is { } section ? order.GetValueOrDefault(section, int.MaxValue) : finding.Place.Field is "closing" or "issue" ? int.MaxValue : 0)
            .ThenBy(finding => finding.Place.Field switch { "title" or "heading" => -2, "intro" => -1, "block" => finding.Place.Block ?? 0, _ => int.MaxValue }).ThenBy(finding => finding.Place.Start);
        return [.. found.Where((finding, at) => at < Most || finding.Blocks)];
    }

    /// <summary>What a check found; or that it was given up.</summary>
    private static List<Finding> Made(Check check, ReviewMaterial material)
    {
        var found = new List<Finding>();
        try
        {
            foreach (var finding in check.Find(material)) found.Add(finding);
        }
        catch (RegexMatchTimeoutException)
        {
            found.Add(GivenUpCheck.Of(check.Find.Method.DeclaringType?.Name ?? ""));
        }

        return found;
    }

    private static Finding? Weighed(Finding finding, ReviewMaterial material)
    {
        var rule = AllChecks.Of(finding.Kind);
        if (!rule.MayPass) return finding;
        var said = material.Issue.Publication.House.Checks.FirstOrDefault(check => string.Equals(check.Key, finding.Kind.ToString(), StringComparison.OrdinalIgnoreCase));
        if (said.Key is not null && said.Value == CheckEffect.Off) return null;
        var severity = said.Key is not null ? said.Value == CheckEffect.Block ? Severity.Block : Severity.Warn
            : finding.Severity == Severity.Warn && rule.Usual == Severity.Block ? Severity.Block : finding.Severity;
        return finding with { Severity = finding.Severity == Severity.Note ? Severity.Note : severity, Waived = material.Waivers.GetValueOrDefault(finding.Key) };
    }
}
