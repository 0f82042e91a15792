using Aggregator.Curation.Checks;

namespace Aggregator.Curation.Facts;

/// <summary>Numbers of a text that no source has, or that count other things there. Pure.</summary>
internal static class NumberCheck
{
    /// <summary>Up to three, words are often the writer's own count: "ces deux points".</summary>
    private const decimal LeastSpelled = 4;

    public static IEnumerable<Finding> Of(TextUnit unit, FactIndex index)
    {
        foreach (var number in NumberReader.Read(unit.Text, DateReader.Read(unit.Text)))
        {
            if (number.IsSpelled && (number.Values[0] < LeastSpelled || IsBase(unit.Text, number))) continue;
            if (unit.IsReference(number.Start, number.Length)) continue;
            var isKnown = number.Values.Any(index.HasValue);
            // "15 journalistes", where sources count 12 of them and 15 of something else.
            var countsOthers = isKnown && number.Unit.Length > 0 && index.Counts(number.Values, number.Unit) == false;
            if (!isKnown || countsOthers) yield return Said(unit, number, index.Instead(number));
        }
    }

    /// <summary>"sur dix", "out of ten": no count, but what others are counted in.</summary>
    private static bool IsBase(string text, NumberFact number) =>
        number.Values[0] is 10 or 100 && (text.AsSpan(0, number.Start).TrimEnd().EndsWith(" sur", StringComparison.Ordinal) || text.AsSpan(0, number.Start).TrimEnd().EndsWith(" in", StringComparison.Ordinal) || text.AsSpan(0, number.Start).TrimEnd().EndsWith(" out of", StringComparison.Ordinal));

    private static Finding Said(TextUnit unit, NumberFact number, string? instead)
    {
        var words = unit.Text.Substring(number.Start, number.Length);
        return new(
            FindingKind.NumberUnknown, Severity.Warn, unit.Place(number.Start, number.Length), $"«\u00A0{words}\u00A0» ne figure ainsi dans aucune source{(instead is null ? "" : $"\u00A0; elles écrivent «\u00A0{instead}\u00A0»")}.",
            $"“{words}” is like that in no source{(instead is null ? "" : $"; they write “{instead}”")}.") { Theirs = instead };
    }
}
