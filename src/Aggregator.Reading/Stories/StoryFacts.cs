using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>What of a text reads the same in French and in English: its names and its numbers, each with what it weighs.</summary>
public sealed partial class StoryFacts
{
    /// <summary>What a name weighs at least that stands in every tenth text, and one that stands in none weighs 1.</summary>
    private const double LeastWeight = 0.15;

    private readonly Dictionary<string, double> names = new(StringComparer.Ordinal), numbers = new(StringComparer.Ordinal);

    private StoryFacts()
    {
    }

    /// <summary>Names, folded; where French and English differ, the form that comes first in the alphabet.</summary>
    public IReadOnlyDictionary<string, double> Names => names;

    /// <summary>Numbers as written in English without marks between the thousands: 1200000000, 34.7.</summary>
    public IReadOnlyDictionary<string, double> Numbers => numbers;

    /// <summary>Reads a text; any text will do.</summary>
    /// <param name="text">Title and beginning of an article.</param>
    /// <param name="language">Its language tag: it tells 1,240 from 1,24; null reads as English.</param>
    public static StoryFacts Of(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = new StoryFacts();
        var french = language?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true;
        var common = PressWords.Of(french ? "fr" : "en");
        foreach (Match match in Name().Matches(text)) facts.AddName(match.Value, common);
        foreach (Match match in Number().Matches(text)) facts.AddNumber(match, french);
        return facts;
    }

    private void AddName(string word, PressWords common)
    {
        var folded = FoldedText.Of(word);
        if (folded.Length < 2 || folded.Contains(' ', StringComparison.Ordinal) || StopWords.Contains(folded)) return;
        var name = Exonyms.Of(folded).Append(folded).Min(StringComparer.Ordinal)!;
        var share = common.ShareOf(folded);
        names[name] = share <= 0 ? 1 : Math.Clamp(-Math.Log10(share) / 3, LeastWeight, 1);
    }

    private void AddNumber(Match match, bool french)
    {
        var digits = Separators().Replace(match.Groups["number"].Value, found => IsThousands(found, match.Groups["number"].Value, french) ? "" : ".");
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return;
        var unit = match.Groups["unit"].Value;
        value *= unit.Length == 0 ? 1 : char.ToLowerInvariant(unit[0]) == 'm' && !unit.StartsWith("milliard", StringComparison.OrdinalIgnoreCase) ? 1_000_000 : 1_000_000_000;
        // A year says when, which the time of the article says better; a small number is everywhere.
        if (unit.Length == 0 && value == decimal.Truncate(value) && value is < 10 or (>= 1900 and <= 2099)) return;
        var name = value.ToString("0.####", CultureInfo.InvariantCulture);
        numbers[name] = name.Length > 2 ? 1 : 0.5;
    }

    /// <summary>Blanks always part thousands; the mark that the language uses for them does when three digits follow.</summary>
    private static bool IsThousands(Match mark, string number, bool french) =>
        mark.Value is not ("," or ".") || (mark.Value == (french ? "." : ",") && mark.Index + 4 <= number.Length && (mark.Index + 4 == number.Length || !char.IsDigit(number[mark.Index + 4])));

    /// <summary>A word that begins with a capital; what is elided before it and a possessive after it are no part of it.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+(?:[-.&][\p{L}\p{N}]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])(?<number>\d+(?:[ \u00A0\u202F]\d{3}(?!\d)|[.,]\d+)*)(?:[ \u00A0\u202F-](?<unit>millions?|milliards?|billions?|[Mm]n|bn)\b)?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u00A0\u202F.,]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
