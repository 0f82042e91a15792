using System.Collections.Frozen;
using System.Globalization;

namespace Aggregator.Curation.Facts;

/// <summary>The units of <c>units.txt</c> by the signs and words that are written for them.</summary>
internal static class UnitTable
{
    private const int LongestSign = 5;

    private static readonly FrozenDictionary<string, IReadOnlyList<Measure>> BySign, ByWords;
    private static readonly FrozenDictionary<string, string> Adjectives = ReadAdjectives();

    static UnitTable()
    {
        var (signs, words) = (new Dictionary<string, List<Measure>>(StringComparer.Ordinal), new Dictionary<string, List<Measure>>(StringComparer.Ordinal));
        foreach (var columns in FactLists.Lines("units.txt").Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            var measure = new Measure(columns[0], decimal.Parse(columns[1], CultureInfo.InvariantCulture));
            foreach (var sign in Entries(columns[2])) Add(signs, sign, measure);
            foreach (var word in Entries(columns[3])) Add(words, word, measure);
        }

        BySign = signs.ToFrozenDictionary(entry => entry.Key, entry => (IReadOnlyList<Measure>)entry.Value, StringComparer.Ordinal);
        ByWords = words.ToFrozenDictionary(entry => entry.Key, entry => (IReadOnlyList<Measure>)entry.Value, StringComparer.Ordinal);
    }

    /// <summary>The units that folded words may stand for: "pounds" are money and a weight. Empty for no unit.</summary>
    public static IReadOnlyList<Measure> Named(string folded) => ByWords.GetValueOrDefault(folded, []);

    /// <summary>The unit that an adjective counts in: "monthly" is "mois". Null for others.</summary>
    public static string? PeriodOf(string folded) => Adjectives.GetValueOrDefault(folded);

    /// <summary>The longest sign that stands at a place of a text, and its length; length 0 when none does.</summary>
    public static (IReadOnlyList<Measure> Measures, int Length) SignAt(string text, int at)
    {
        for (var length = Math.Min(LongestSign, text.Length - at); length > 0; length--)
        {
            var isWhole = at + length == text.Length || !char.IsLetterOrDigit(text[at + length]) || !char.IsLetter(text[at + length - 1]);
            if (isWhole && BySign.TryGetValue(text.Substring(at, length), out var measures)) return (measures, length);
        }

        return ([], 0);
    }

    /// <summary>The longest sign that ends at a place of a text, as "£" does before "12", and its length; length 0 when none does.</summary>
    public static (IReadOnlyList<Measure> Measures, int Length) SignBefore(string text, int end)
    {
        for (var length = Math.Min(LongestSign, end); length > 0; length--)
        {
            var isWhole = end == length || !char.IsLetterOrDigit(text[end - length - 1]) || !char.IsLetter(text[end - length]);
            if (isWhole && BySign.TryGetValue(text.Substring(end - length, length), out var measures) && measures[0].Family == "money") return (measures, length);
        }

        return ([], 0);
    }

    private static IEnumerable<string> Entries(string column) => column.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Add(Dictionary<string, List<Measure>> table, string form, Measure measure)
    {
        if (!table.TryGetValue(form, out var list)) table[form] = list = [];
        list.Add(measure);
    }

    private static FrozenDictionary<string, string> ReadAdjectives() =>
        (from columns in FactLists.Lines("periods.txt").Select(line => line.Split('|', StringSplitOptions.TrimEntries))
         from word in Entries(columns[1])
         select (word, unit: columns[0])).ToFrozenDictionary(entry => entry.word, entry => entry.unit, StringComparer.Ordinal);
}
