using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Reading.Stories;

/// <summary>Finds the figures of a clause, in digits and in words.</summary>
internal sealed partial class FigureReader(FactTally tally, EventWords table, bool french)
{
    /// <summary>What a figure counts by where it stands: at the end are the publisher's usual lines ("serves 8 million people").</summary>
    private static readonly double[] Told = [1, 0.8, 0.3];

    /// <summary>A number below 100 stands in many texts, a small one only tells with what it counts, a year with anything.</summary>
    private const double Large = 1, TwoDigits = 0.5, Counted = 0.5, Year = 0.4;

    /// <summary>As many as a month has days; words behind a number that may say what it counts.</summary>
    private const int MostCounted = 31, WordsBehind = 3;

    /// <param name="clause">The clause.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="describes">It says what a company is: its figures weigh nothing.</param>
    public void Read(Clause clause, TextPlace place, bool describes)
    {
        var scale = describes ? 0 : Told[(int)place];
        foreach (Match match in Number().Matches(clause.Text))
        {
            if (FactNumber.Parse(match, french) is { } value)
                Add(value, match.Groups["unit"].Length > 0, clause, clause.WordsBefore(match.Index), clause.WordsBefore(match.Index + match.Length), scale);
        }

        for (var at = 0; at < clause.Words.Count; at++)
        {
            if (NumberWords.Parse(clause.Words, at) is not var (value, length)) continue;
            var factor = at + length < clause.Words.Count ? FactNumber.FactorOf(clause.Words[at + length]) : 1;
            // "Un" and "une" are articles.
            if (value > 1 || factor > 1) Add((decimal)value * factor, factor > 1, clause, at, at + length, scale);
            at += length - 1;
        }
    }

    /// <param name="hasUnit">Millions or more.</param>
    /// <param name="from">The word it begins with; <paramref name="end"/>: the one behind it.</param>
    private void Add(decimal value, bool hasUnit, Clause clause, int from, int end, double scale)
    {
        var name = value.ToString("0.####", CultureInfo.InvariantCulture);
        var isCount = !hasUnit && value == decimal.Truncate(value);
        if (isCount && value is >= 1000 and <= 2099) tally.AddCount(name, Year * scale);
        if (isCount && value <= MostCounted)
        {
            // "Deux dockers", "9 mars", "March 9".
            var beside = clause.Words.Skip(end).Take(WordsBehind).Concat(from > 0 ? [clause.Words[from - 1]] : []);
            foreach (var meaning in beside.SelectMany(word => table.MeaningsOf(word))) tally.AddCount($"{name} {meaning}", Counted * scale);
        }

        // A year says when, which the time of the article says better; a small number is everywhere.
        if (isCount && value is < 10 or (>= 1900 and <= 2099)) return;
        tally.AddNumber(name, (name.Length > 2 ? Large : TwoDigits) * scale);
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,])(?<number>\d+(?:[ \u00A0\u202F]\d{3}(?!\d)|[.,]\d+)*)(?:[ \u00A0\u202F-]?(?<unit>millions?|milliards?|billions?|mn|bn|m)\b)?",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
