namespace Aggregator.Curation.Checks;

/// <summary>Says that another check was given up, when the machine was too busy for its patterns or the text too much for them.</summary>
internal static class GivenUpCheck
{
    public static Check Check { get; } = new(
        _ => [],
        [
            new(FindingKind.CheckGivenUp, "Contrôle abandonné", "Check given up", Severity.Block) { MayPass = false },
        ]);

    /// <summary>It blocks: what would have been found may be a false quotation. The next look makes it again.</summary>
    /// <param name="name">Of the check.</param>
    public static Finding Of(string name) => new(
        FindingKind.CheckGivenUp, Severity.Block, new(null, "issue", null, 0, name),
        $"Un contrôle a duré trop longtemps et n’a pas été mené à bout ({name})\u00A0: rouvrez la page pour le refaire.",
        $"A check took too long and was given up ({name}): open the page again to repeat it.");
}
