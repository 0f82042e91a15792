namespace Aggregator.Curation.Checks;

/// <summary>One check. Adding one is adding a class with a static property of this type: <see cref="AllChecks"/> finds it.</summary>
/// <param name="Find">Looks at an issue. Pure.</param>
/// <param name="Rules">What it can find.</param>
public sealed record Check(Func<ReviewMaterial, IEnumerable<Finding>> Find, IReadOnlyList<FindingRule> Rules);

/// <summary>One kind of thing that a check finds.</summary>
/// <param name="Kind">Which.</param>
/// <param name="French">What it is called, in French.</param>
/// <param name="English">What it is called, in English.</param>
/// <param name="Usual">How much it weighs unless the publication says otherwise, or the finding itself is only a note.</param>
public sealed record FindingRule(FindingKind Kind, string French, string English, Severity Usual = Severity.Warn)
{
    /// <summary>Somebody may let it pass, and a publication may weigh it its own way; not what an issue cannot be without.</summary>
    public bool MayPass { get; init; } = true;

    /// <summary>Its repairs need no thought: all of one kind may be mended at once.</summary>
    public bool IsMechanical { get; init; }

    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public string Say(string language) => language == "fr" ? French : English;
}
