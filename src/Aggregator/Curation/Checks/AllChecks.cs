using System.Reflection;

namespace Aggregator.Curation.Checks;

/// <summary>Every check of this folder, and what they can find.</summary>
public static class AllChecks
{
    /// <summary>In the order their findings are said of one place: first what nobody may let pass, then as the settings list them.</summary>
    public static IReadOnlyList<Check> Checks { get; } =
    [
        .. typeof(Check).Assembly.GetTypes().Select(type => type.GetProperty(nameof(Check), BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<Check>()
            .OrderBy(check => check.Rules[0].MayPass).ThenBy(check => check.Rules.Min(rule => rule.Kind)),
    ];

    private static readonly IReadOnlyDictionary<FindingKind, FindingRule> Rules = Checks.SelectMany(check => check.Rules).ToDictionary(rule => rule.Kind);

    /// <summary>Every rule that a publication may make warn, block or silent, in the order of the settings.</summary>
    public static IReadOnlyList<FindingRule> Weighed { get; } = [.. Rules.Values.Where(rule => rule.MayPass).OrderBy(rule => rule.Kind)];

    public static FindingRule Of(FindingKind kind) => Rules[kind];

    /// <param name="name">As settings and the API write it; case does not matter.</param>
    /// <returns>Null for no kind, or for one that is not the publication's to weigh.</returns>
    public static FindingRule? Find(string name)
    {
        foreach (var rule in Weighed)
            if (string.Equals(rule.Kind.ToString(), name, StringComparison.OrdinalIgnoreCase)) return rule;
        return null;
    }
}
