using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>What a number counts.</summary>
/// <param name="Measures">The units it may be in; empty when none is written.</param>
/// <param name="Noun">The word it counts, folded and in the singular; empty when it has a unit, or when no word follows.</param>
/// <param name="Per">What it is for each of, as "month" in "9 euros a month": a unit's key or a folded word; null when it is not.</param>
/// <param name="End">Behind the unit, and behind what it is per.</param>
internal sealed record CountedUnit(IReadOnlyList<Measure> Measures, string Noun, string? Per, int End)
{
    /// <summary>Whether the noun is a plural, and so surely what is counted.</summary>
    public bool IsPlural { get; init; }
}

/// <summary>Reads what stands behind a number: "20 minutes", "9 000 euros par semaine", "1,870 a month". Pure.</summary>
internal static partial class UnitReader
{
    /// <summary>A word that is one period, written once for all units: so "par an" and "yearly" are alike.</summary>
    private const string TimeKey = "time";

    /// <param name="text">The text.</param>
    /// <param name="start">Where the number begins: a sign of money may stand before it.</param>
    /// <param name="end">Behind the number and its magnitude.</param>
    public static CountedUnit Read(string text, int start, int end)
    {
        var (measures, after) = MeasureAt(text, end);
        var (money, signLength) = MoneyBefore(text, start);
        if (signLength > 0) (measures, after) = (money, end);
        var (noun, isPlural) = measures.Count > 0 ? ("", false) : NounAt(text, end);
        var (per, behind) = PerAt(text, after);
        return new(measures, noun, per, behind) { IsPlural = isPlural };
    }

    /// <summary>How much before the number belongs to it: "£", "US$ ".</summary>
    public static int LengthBefore(string text, int start) => MoneyBefore(text, start).Length;

    private static (IReadOnlyList<Measure> Measures, int Length) MoneyBefore(string text, int start)
    {
        var space = start > 0 && text[start - 1] is ' ' or '\u00A0' or '\u202F' ? 1 : 0;
        var (measures, length) = UnitTable.SignBefore(text, start - space);
        return length == 0 ? ([], 0) : (measures, length + space);
    }

    private static (IReadOnlyList<Measure> Measures, int End) MeasureAt(string text, int end)
    {
        var at = Joint().Match(text, end) is { Success: true } joint ? joint.Index + joint.Length : end;
        if (UnitTable.SignAt(text, at) is { Length: > 0 } sign) return (sign.Measures, at + sign.Length);
        if (Words().Match(text, at) is not { Success: true } words) return ([], end);
        var (first, second) = (words.Groups["a"], words.Groups["b"]);
        var one = FoldedText.Of(first.Value);
        if (second.Success)
        {
            var other = FoldedText.Of(second.Value);
            if (UnitTable.Named($"{one} {other}") is { Count: > 0 } both) return (both, second.Index + second.Length);
            // "900 litres an hour" has its unit; in "16 an hour" the article is none.
            if (one == "an" && UnitTable.Named(other).Count > 0) return ([], end);
            // "three full days": one adjective may stand between.
            if (UnitTable.Named(one).Count == 0 && UnitTable.Named(other) is { Count: > 0 } late && late[0].IsTime && !SmallWords.Contains(one)) return (late, second.Index + second.Length);
        }

        return UnitTable.Named(one) is { Count: > 0 } measures ? (measures, first.Index + first.Length) : ([], end);
    }

    private static readonly HashSet<string> SmallWords =
        new("a an the per par le la les l un une et and ou or de des du d of each chaque every in en pour for to by sur on over dans".Split(' '), StringComparer.Ordinal);

    private static (string Noun, bool IsPlural) NounAt(string text, int at)
    {
        if (Counted().Match(text, at) is not { Success: true } match) return ("", false);
        var noun = FoldedText.Of(match.Groups["u"].Value);
        if (noun.Length <= 3 || noun[^1] is not ('s' or 'x')) return (noun, false);
        return (noun[..^1], !CommonWords.Has(noun));
    }

    /// <summary>"par semaine", "a month", "an hour", "/jour", "mensuels", up to four words behind the unit.</summary>
    private static (string? Per, int End) PerAt(string text, int at)
    {
        if (Adjective().Match(text, at) is { Success: true } adjective && UnitTable.PeriodOf(FoldedText.Of(adjective.Groups["w"].Value)) is { } unit)
            return (KeyOf(unit), adjective.Index + adjective.Length);
        if (Divisor().Match(text, at) is not { Success: true } divisor || Within().IsMatch(divisor.Groups["gap"].Value)) return (null, at);
        var word = FoldedText.Of(divisor.Groups["w"].Value);
        // "neuf arrivent à l’heure": only right behind a unit is that a rate.
        if (divisor.Groups["gap"].Length > 0 && text[divisor.Groups["w"].Index - 1] is '’' or '\'') return (null, at);
        var isPeriod = UnitTable.Named(word) is [{ IsTime: true }, ..];
        // Behind other words than the unit only a period is a divisor for sure: "28 pesos a loaf", but "240 lines written by a friend".
        if (!isPeriod && (divisor.Groups["gap"].Length > 0 || char.IsUpper(divisor.Groups["w"].Value[0]))) return (null, at);
        return (KeyOf(word), divisor.Index + divisor.Length);
    }

    private static string KeyOf(string word) => UnitTable.Named(word) is [{ IsTime: true } time, ..]
        ? $"{TimeKey}:{time.Kind}:{time.Size:0.#}" : word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    /// <summary>Whether a divisor is a stretch of time.</summary>
    public static bool IsPeriod(string per) => per.StartsWith(TimeKey + ":", StringComparison.Ordinal);

    [GeneratedRegex(@"\G[ \u00A0\u202F-]?(?:(?:de|of) |d[’'])?", RegexOptions.None, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(?<a>\p{L}[\p{L}\p{M}]*)(?:[ \u00A0\u202F-](?<b>\p{L}[\p{L}\p{M}]*))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\G[ \u00A0\u202F]?(?:(?:de|of|des|the|their|our) |d[’'])?(?<u>[\p{L}\p{M}]{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\G(?:[ \u00A0\u202F]\p{L}[\p{L}\p{M}’'-]*)?[ \u00A0\u202F](?<w>\p{L}[\p{L}\p{M}]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Adjective();

    [GeneratedRegex(
        @"\G(?<gap>(?:[ \u00A0\u202F](?!(?:par|per|an?|each|every|chaque)\b)\p{L}[\p{L}\p{M}’'-]*){0,4}?)"
        + @"(?:[ \u00A0\u202F]?/[ \u00A0\u202F]?|[ \u00A0\u202F](?:(?:par|per|each|every|chaque)[ \u00A0]|(?:à|de)[ \u00A0]l[’'])|[ \u00A0\u202F](?<a>an?)[ \u00A0](?!second[ \u00A0]))"
        + @"(?<w>(?>\p{L}[\p{L}\p{M}]*))(?![ \u00A0](?:earlier|later|ago|before|after|old|long)\b)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Divisor();

    /// <summary>"sold in a month", "of a day": a stretch, not a rate.</summary>
    [GeneratedRegex(@"(?:^|[ \u00A0\u202F])(?:in|for|of|within|over|after|once|than|is|was|had|dans|en|pour|sur|with|to|and|et|ou|or|une?|on|at|by|about|from|until|almost|nearly|as|like|were|are|be|been|took|takes|lasted|lasts)\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Within();
}
