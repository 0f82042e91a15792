using System.Text.RegularExpressions;

namespace Aggregator.Curation.Facts;

/// <summary>A change or a comparison between two numbers: "from 12 to 15", "15 contre 12", "15, up from 12".</summary>
internal sealed partial record OrderedPair(NumberFact Old, NumberFact New)
{
    /// <summary>Where both stand.</summary>
    public int Start => Math.Min(Old.Start, New.Start);

    public int End => Math.Max(Old.End, New.End);

    public bool IsSameAs(OrderedPair other) => NumberMatch.SameFigures(Old, other.Old) && NumberMatch.SameFigures(New, other.New);

    public bool IsReverseOf(OrderedPair other) => NumberMatch.SameFigures(Old, other.New) && NumberMatch.SameFigures(New, other.Old);

    /// <summary>The pairs of neighbours that a sentence compares.</summary>
    public static IEnumerable<OrderedPair> Read(string text, IReadOnlyList<NumberFact> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            var (first, second) = (numbers[i], numbers[i + 1]);
            if (second.Start < first.End || NumberMatch.SameFigures(first, second)) continue;
            var between = text[first.End..second.Start];
            if (Before().IsMatch(text[..first.Start]) && To().IsMatch(between)) yield return new(first, second);
            else if (From().IsMatch(between)) yield return new(second, first);
        }
    }

    /// <summary>A part and its whole: "150 saisonniers sur 380" (the whole as <see cref="Old"/>).</summary>
    public static IEnumerable<OrderedPair> ReadParts(string text, IReadOnlyList<NumberFact> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
            if (numbers[i + 1].Start >= numbers[i].End && OutOf().IsMatch(text[numbers[i].End..numbers[i + 1].Start]) && NumberMatch.Comparable(numbers[i], numbers[i + 1]))
                yield return new(numbers[i + 1], numbers[i]);
    }

    /// <summary>Of a part and its whole: that the part is more.</summary>
    public bool IsPartAboveWhole => New.Values[0] > Old.Values[0];

    [GeneratedRegex(@"\A(?:[ \u00A0][\p{L}’'-]+){0,3}[ \u00A0](?:sur|out of|of)[ \u00A0](?:the[ \u00A0]|les[ \u00A0])?\z", RegexOptions.None, 1000)]
    private static partial Regex OutOf();

    [GeneratedRegex(@"(?:\b(?:de|du|from)[ \u00A0]|d[’'])\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\A(?:[ \u00A0][\p{L}’'-]+){0,2}[ \u00A0](?:à|to)[ \u00A0]\z", RegexOptions.None, 1000)]
    private static partial Regex To();

    [GeneratedRegex(
        @"\A(?:[ \u00A0][\p{L}’'-]+){0,4},?[ \u00A0](?:contre|au lieu de|au lieu d[’']|against|instead of|compared with|compared to|(?:up |down )?from)(?:[ \u00A0](?:quelque|environ|about|some))?[ \u00A0]?\z",
        RegexOptions.None, 1000)]
    private static partial Regex From();
}
