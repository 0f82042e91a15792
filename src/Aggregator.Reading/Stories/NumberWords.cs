using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Aggregator.Reading.Stories;

/// <summary>Numbers written in words, French and English (number-words.txt): vingt-sept, twenty-seven, une trentaine, three thousand.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Values = Read();

    /// <summary>The value of a folded word, or null when it is no number.</summary>
    public static int? ValueOf(string folded) => Values.TryGetValue(folded, out var value) ? value : null;

    /// <summary>The number that words in succession write, and how many words it takes; null when the first is none.</summary>
    /// <param name="words">Folded words.</param>
    /// <param name="from">Where to begin.</param>
    public static (int Value, int Length)? Parse(IReadOnlyList<string> words, int from)
    {
        var (sum, part, at) = (0, 0, from);
        for (; at < words.Count; at++)
        {
            // "Vingt et un", "two hundred and four".
            if (at > from && words[at] is "et" or "and" && at + 1 < words.Count && part >= 20 && ValueOf(words[at + 1]) is not null) continue;
            if (ValueOf(words[at]) is not { } value || !Follows(part, value)) break;
            if (value == 1000) (sum, part) = (sum + Math.Max(part, 1) * 1000, 0);
            else if (value == 100 || value == 20 && part == 4) part = Math.Max(part, 1) * value;
            else part += value;
        }

        return at == from ? null : (sum + part, at - from);
    }

    /// <summary>"Four twenty" is eighty, "sixty ten" seventy; "five six" are two numbers.</summary>
    private static bool Follows(int part, int value) =>
        part == 0 || value == 1000 || (value == 100 && part < 100) || (value == 20 && part == 4) || (value < 20 && part % 20 == 0) || (value < 10 && part % 10 == 0)
        || (value < 100 && part % 100 == 0);

    private static FrozenDictionary<string, int> Read()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("number-words.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(' ');
            foreach (var word in parts[1..]) values[word] = int.Parse(parts[0], CultureInfo.InvariantCulture);
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
