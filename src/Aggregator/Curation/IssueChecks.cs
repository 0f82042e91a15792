namespace Aggregator.Curation;

/// <summary>What keeps an issue from being approved. Pure.</summary>
public static class IssueChecks
{
    /// <returns>Faults in the order of the issue; empty when it can be approved.</returns>
    public static IReadOnlyList<IssueFault> Of(Issue issue)
    {
        var faults = new List<IssueFault>();
        if (string.IsNullOrWhiteSpace(issue.Title)) faults.Add(new(IssueFaultKind.NoTitle));
        if (string.IsNullOrWhiteSpace(issue.Intro)) faults.Add(new(IssueFaultKind.NoIntro));
        if (issue.Sections.Count == 0) faults.Add(new(IssueFaultKind.NoSections));
        foreach (var section in issue.Sections.OrderBy(section => section.Position))
        {
            if (!section.Body.Any(block => block.Image is not null || !string.IsNullOrWhiteSpace(block.Text))) faults.Add(new(IssueFaultKind.EmptySection, section.Position + 1, section.Title));
            else if (!section.Body.SelectMany(block => block.AllSpans).SelectMany(span => span.Marks).Any(IsCredit) && !IsAllowed(issue)) faults.Add(new(IssueFaultKind.NoCredit, section.Position + 1, section.Title));
        }

        return faults;
    }

    private static bool IsCredit(Mark mark) => mark.Kind == MarkKind.Credit || mark is { Kind: MarkKind.Quote, ArticleId: not null };

    /// <summary>A publication may be content with a warning, or none.</summary>
    private static bool IsAllowed(Issue issue) => issue.Publication?.House.Checks
        .Any(check => string.Equals(check.Key, nameof(Checks.FindingKind.SectionWithoutCredit), StringComparison.OrdinalIgnoreCase) && check.Value != CheckEffect.Block) == true;
}

/// <summary>One thing that is missing.</summary>
/// <param name="Kind">What.</param>
/// <param name="Section">Number of the section, from 1; null for the issue itself.</param>
/// <param name="Title">Title of the section.</param>
public sealed record IssueFault(IssueFaultKind Kind, int? Section = null, string? Title = null)
{
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public string Say(string language) => (Kind, language) switch
    {
        (IssueFaultKind.NoTitle, "fr") => "Le numéro n’a pas de titre.",
        (IssueFaultKind.NoTitle, _) => "The issue has no title.",
        (IssueFaultKind.NoIntro, "fr") => "Le numéro n’a pas d’introduction.",
        (IssueFaultKind.NoIntro, _) => "The issue has no introduction.",
        (IssueFaultKind.NoSections, "fr") => "Le numéro n’a pas de section.",
        (IssueFaultKind.NoSections, _) => "The issue has no sections.",
        (IssueFaultKind.EmptySection, "fr") => $"La section {Section}, «\u00A0{Title}\u00A0», est vide.",
        (IssueFaultKind.EmptySection, _) => $"Section {Section}, “{Title}”, is empty.",
        (_, "fr") => $"La section {Section}, «\u00A0{Title}\u00A0», ne cite aucun article.",
        _ => $"Section {Section}, “{Title}”, credits no article.",
    };
}

public enum IssueFaultKind
{
    NoTitle = 1,
    NoIntro = 2,
    NoSections = 3,
    EmptySection = 4,
    NoCredit = 5,
}
