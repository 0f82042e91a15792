using System.Text.RegularExpressions;
using Aggregator.Curation.Facts;

namespace Aggregator.Curation.Checks;

/// <summary>
/// Numbers of a text that no source has with this unit and for this period, that count other things there, or that tell a change the other way round. Pure.
/// </summary>
internal static partial class NumberCheck
{
    /// <summary>Up to three, words are often the writer's own count: "ces deux points".</summary>
    private const decimal LeastSpelled = 4;

    /// <param name="unit">The text.</param>
    /// <param name="sources">The numbers of the sources.</param>
    /// <param name="edition">The day the issue bears.</param>
    public static IEnumerable<Finding> Of(TextUnit unit, SourceNumbers sources, DateOnly edition)
    {
        foreach (var range in Aggregator.Reading.Text.Sentences.Of(unit.Text))
        {
            var (sentence, offset) = (unit.Text[range], range.Start.Value);
            var numbers = NumberReader.Read(sentence, DateReader.Read(sentence));
            var taken = new HashSet<int>();
            foreach (var pair in OrderedPair.Read(sentence, numbers).Where(sources.Reverses).Concat(OrderedPair.ReadParts(sentence, numbers).Where(pair => pair.IsPartAboveWhole)))
            {
                taken.Add(pair.Old.Start);
                taken.Add(pair.New.Start);
                yield return Said(unit, offset + pair.Start, pair.End - pair.Start, sources.Instead(pair.Old));
            }

            for (var i = 0; i < numbers.Count; i++)
                if (!taken.Contains(numbers[i].Start) && !unit.IsReference(offset + numbers[i].Start, numbers[i].Length) && Look(sentence, numbers, i, sources, edition) is { IsWrong: true } look)
                    yield return Said(unit, offset + numbers[i].Start, numbers[i].Length, look.Instead);
        }
    }

    private static (bool IsWrong, string? Instead) Look(string sentence, IReadOnlyList<NumberFact> numbers, int at, SourceNumbers sources, DateOnly edition)
    {
        var number = numbers[at];
        if (number.IsSpelled && IsBase(sentence, number)) return default;
        var matching = sources.Matching(number);
        if (matching.Count == 0)
        {
            var isOwn = number.IsSpelled && number.Values[0] < LeastSpelled && !sources.All.Any(source => NumberMatch.IsMistaken(number, source));
            return isOwn || sources.Implies(number, edition) ? default : (true, sources.Instead(number));
        }

        if (number.IsSpelled && number.Values[0] < LeastSpelled) return default;
        // "15 journalistes", where sources count 12 of them and 15 of something else.
        if (sources.CountsOtherwise(number, matching) && sources.Instead(number) is var instead && !IsSame(sentence, number, instead)) return (true, instead);
        return Misplaced.Owner(sentence, numbers, at, sources) is { } owner ? (true, owner.Words) : default;
    }

    /// <summary>"sur dix", "out of ten": no count, but what others are counted in.</summary>
    private static bool IsBase(string text, NumberFact number) => number.Values[0] is 10 or 100 && OutOf().IsMatch(text[..number.Start]);

    /// <summary>What sources write instead is the same number, which then counts the same.</summary>
    private static bool IsSame(string sentence, NumberFact number, string? instead) =>
        sentence.AsSpan(number.Start, number.Length).Equals(instead, StringComparison.OrdinalIgnoreCase);

    private static Finding Said(TextUnit unit, int start, int length, string? instead)
    {
        var words = unit.Text.Substring(start, length);
        return new(
            FindingKind.NumberUnknown, Severity.Warn, unit.Place(start, length), $"«\u00A0{words}\u00A0» ne figure ainsi dans aucune source{(instead is null ? "" : $"\u00A0; elles écrivent «\u00A0{instead}\u00A0»")}.",
            $"“{words}” is like that in no source{(instead is null ? "" : $"; they write “{instead}”")}.") { Theirs = instead };
    }

    [GeneratedRegex(@"[ \u00A0](?:sur|in|out of)[ \u00A0]\z", RegexOptions.None, 1000)]
    private static partial Regex OutOf();
}
