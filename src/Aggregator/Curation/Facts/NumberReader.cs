using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Curation.Facts;

/// <summary>Finds the numbers of a text, in figures and in letters, in French and English. Pure.</summary>
internal static partial class NumberReader
{
    /// <param name="text">The text.</param>
    /// <param name="dates">Its dates, whose figures are no numbers.</param>
    public static IReadOnlyList<NumberFact> Read(string text, IReadOnlyList<DateFact> dates)
    {
        var found = Figures(text).Concat(Spelled(text))
            .Where(number => !dates.Any(date => date.Start < number.End && number.Start < date.Start + date.Length)).OrderBy(number => number.Start).ToList();
        for (var i = 0; i < found.Count; i++)
            if (found[i] is { Measures.Count: 0, CountsPlural: false } && Inherited(text, found, i) is { Count: > 0 } inherited) found[i] = found[i] with { Inherited = inherited };
        return found;
    }

    /// <summary>"48 of 61 days", "from 12 to 15 percent", "45 centimetres, against 120": the unit stands once.</summary>
    private static IReadOnlyList<Measure> Inherited(string text, List<NumberFact> numbers, int i)
    {
        if (i + 1 < numbers.Count && AreJoined(text, numbers[i], numbers[i + 1])) return numbers[i + 1].Measures;
        if (i > 0 && AreJoined(text, numbers[i - 1], numbers[i])) return numbers[i - 1].Measures;
        return [];
    }

    /// <summary>Whether two neighbours are counted alike: "34 of 120", "12 to 15".</summary>
    public static bool AreJoined(string text, NumberFact one, NumberFact next) => next.Start >= one.End && Compared().IsMatch(text[one.End..next.Start]);

    private static IEnumerable<NumberFact> Figures(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            var end = match.Index + match.Length;
            var values = Values(match.Groups["n"].Value).ToList();
            if (match.Groups["pm"].Success) values.AddRange(values.Where(value => value < 12).Select(value => value + 12).ToList());
            if (values.Count == 0) continue;
            var before = UnitReader.LengthBefore(text, match.Index);
            var (magnitude, after) = MagnitudeAt(text, end, isMoney: before > 0);
            var number = Counted(text, match.Index, after, [.. values.Select(value => value * magnitude)], isSpelled: false);
            if (match.Groups["h"].Success) number = number with { Measures = UnitTable.Named("heures"), Unit = "" };
            yield return number;
        }
    }

    private static NumberFact Counted(string text, int start, int end, IReadOnlyList<decimal> values, bool isSpelled)
    {
        var counted = UnitReader.Read(text, start, end);
        var from = start - UnitReader.LengthBefore(text, start);
        var number = new NumberFact(from, counted.End - from, values, counted.Noun, isSpelled)
        {
            Measures = counted.Measures, CountsPlural = counted.IsPlural, Per = counted.Per, Hedge = HedgeReader.Read(text, from, counted.End),
        };
        // "12m people": without a sign of money, "m" may be metres as well as millions.
        if (counted.Measures is not [{ Kind: "length", Size: 1 }] || isSpelled || text.IndexOf('m', end, counted.End - end) is not (>= 0 and var m) || m > end + 1) return number;
        if (m + 1 < text.Length && char.IsLetterOrDigit(text[m + 1])) return number;
        return number with { Otherwise = Counted(text, start, m + 1, [.. values.Select(value => value * 1_000_000)], isSpelled: true) };
    }

    private static IEnumerable<NumberFact> Spelled(string text)
    {
        var words = Words().Matches(text).Select(match => (match.Index, match.Length, Form: FoldedText.Of(match.Value))).ToList();
        var forms = words.Select(word => word.Form).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (!SpelledNumbers.IsPart(forms[i])) continue;
            var run = 1;
            // What only white space or a hyphen parts.
            while (i + run < words.Count && text[(words[i + run - 1].Index + words[i + run - 1].Length)..words[i + run].Index].All(c => char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011')) run++;
            var (value, taken) = SpelledNumbers.Read(forms[..(i + run)], i);
            if (taken == 0) continue;
            var end = words[i + taken - 1].Index + words[i + taken - 1].Length;
            var outOf = OutOfTen().Match(text, end).Success ? value * 10 : value;
            // "un", "one" alone are articles; "pour cent" is a sign.
            var isPercent = value == 100 && i > 0 && forms[i - 1] is "pour" or "per";
            if (value != 1 && !isPercent)
            {
                var number = Counted(text, words[i].Index, end, outOf == value ? [value] : [value, outOf], isSpelled: true);
                yield return SpelledNumbers.IsRounded(forms[i + taken - 1]) ? number with { Hedge = Hedge.About } : number;
            }

            i += taken - 1;
        }
    }

    /// <summary>What figures may mean: thousands or decimals, as either language writes them.</summary>
    private static IEnumerable<decimal> Values(string figures)
    {
        var plain = figures.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var (comma, dot) = (plain.Count(c => c == ','), plain.Count(c => c == '.'));
        var readings = new List<string>();
        if (comma + dot == 0) readings.Add(plain);
        else if (comma > 0 && dot > 0) readings.Add(plain.LastIndexOf(',') > plain.LastIndexOf('.') ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : plain.Replace(",", "", StringComparison.Ordinal));
        else
        {
            var at = plain.LastIndexOfAny([',', '.']);
            if (comma + dot == 1) readings.Add(plain.Replace(',', '.'));
            if (plain.Length - at - 1 == 3) readings.Add(plain.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal));
        }

        foreach (var reading in readings)
            if (decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000m) yield return value;
    }

    /// <summary>"millions", "Md€", "bn", "k"; "m" only behind a sign of money, for else it is metres.</summary>
    private static (decimal Magnitude, int End) MagnitudeAt(string text, int at, bool isMoney)
    {
        if (Sign().Match(text, at) is { Success: true } sign)
        {
            var size = sign.Groups["w"].Value switch { "k" or "K" => 1_000m, "M" => 1_000_000m, "m" => isMoney ? 1_000_000m : 1m, "tn" => 1_000_000_000_000m, _ => 1_000_000_000m };
            return size == 1 ? (1, at) : (size, sign.Index + sign.Length);
        }

        var match = Following().Match(text, at);
        if (!match.Success) return (1, at);
        var magnitude = SpelledNumbers.Magnitude(FoldedText.Of(match.Groups["w"].Value));
        return magnitude == 1 ? (1, at) : (magnitude, match.Index + match.Length);
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<![\d][.,])(?<n>\d{1,3}(?:[ \u00A0\u202F’']\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?)(?<o>er|re|ère|e|è|ème|st|nd|rd|th)?(?<h>[hH](?=\d))?(?<pm>[ \u00A0\u202F]?(?:p\.m\.|pm\b))?(?!\p{L}{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    /// <summary>"six foyers sur dix": sixty percent.</summary>
    [GeneratedRegex(@"\G(?:[ \u00A0][\p{L}’'-]+){0,2}[ \u00A0](?:sur[ \u00A0]dix|(?:out[ \u00A0]of|in)[ \u00A0]ten)\b", RegexOptions.None, 1000)]
    private static partial Regex OutOfTen();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\G[ \u00A0\u202F-]?(?<w>\p{L}+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Following();

    [GeneratedRegex(@"\G[ \u00A0\u202F]?(?<w>Mds?|Mrds?|G|M|k|K|bn|tn|m)(?![\p{L}\d²³/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sign();

    /// <summary>What stands between two numbers of one unit: "12 to 15", "48 of 61 days", "45 centimetres, against some 120".</summary>
    [GeneratedRegex(
        @"\A(?:[ \u00A0]?[-–][ \u00A0]?|[ \u00A0](?:à|to|and|et|ou|or)[ \u00A0]|(?:[ \u00A0][\p{L}’'-]+){0,3},?[ \u00A0](?:sur|out of|of|contre|against|from|than|au lieu de|instead of|compared with)[ \u00A0](?:[\p{L}’'-]+[ \u00A0]){0,2})[€$£]?\z",
        RegexOptions.None, 1000)]
    private static partial Regex Compared();
}
