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
        var found = Figures(text).Concat(Spelled(text)).Where(number => !dates.Any(date => date.Start < number.Start + number.Length && number.Start < date.Start + date.Length));
        return [.. found.OrderBy(number => number.Start)];
    }

    private static IEnumerable<NumberFact> Figures(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            var end = match.Index + match.Length;
            var values = Values(match.Groups["n"].Value).ToList();
            if (match.Groups["pm"].Success) values.AddRange(values.Where(value => value < 12).Select(value => value + 12).ToList());
            var (magnitude, after) = MagnitudeAt(text, end);
            if (values.Count > 0) yield return new(match.Index, after - match.Index, [.. values.Select(value => value * magnitude)], UnitAt(text, after), IsSpelled: false);
        }
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
            if (value != 1 && !isPercent) yield return new(words[i].Index, end - words[i].Index, outOf == value ? [value] : [value, outOf], UnitAt(text, end), IsSpelled: true);
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

    private static (decimal Magnitude, int End) MagnitudeAt(string text, int at)
    {
        var match = Following().Match(text, at);
        if (!match.Success) return (1, at);
        var magnitude = SpelledNumbers.Magnitude(FoldedText.Of(match.Groups["w"].Value));
        return magnitude == 1 ? (1, at) : (magnitude, match.Index + match.Length);
    }

    /// <summary>The word or sign that is counted; "de", "of" and the like in between are passed over.</summary>
    private static string UnitAt(string text, int at)
    {
        var match = Counted().Match(text, at);
        if (!match.Success) return "";
        var unit = FoldedText.Of(match.Groups["u"].Value);
        return unit switch
        {
            "" => match.Groups["u"].Value.Trim(),
            "percent" or "pourcent" or "pour cent" or "per cent" => "%",
            _ => unit.Length > 3 && unit[^1] is 's' or 'x' ? unit[..^1] : unit,
        };
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<![\d][.,])(?<n>\d{1,3}(?:[ \u00A0\u202F’']\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?)(?<o>er|re|ère|e|è|ème|st|nd|rd|th)?(?<h>[hH](?=\d|\b))?(?<pm>[ \u00A0\u202F]?(?:p\.m\.|pm\b))?(?!\p{L}{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    /// <summary>"six foyers sur dix": sixty percent.</summary>
    [GeneratedRegex(@"\G(?:[ \u00A0][\p{L}’'-]+){0,2}[ \u00A0](?:sur[ \u00A0]dix|(?:out[ \u00A0]of|in)[ \u00A0]ten)\b", RegexOptions.None, 1000)]
    private static partial Regex OutOfTen();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\G[ \u00A0\u202F-]?(?<w>\p{L}+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Following();

    [GeneratedRegex(@"\G[ \u00A0\u202F]?(?:(?:de|of|des|the|their|our) |d[’'])?(?<u>[%€$£]|pour[ \u00A0]cent|per[ \u00A0]cent|[\p{L}\p{M}]{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();
}
