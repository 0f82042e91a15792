using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>What a word in a date may mean.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateWord
{
    /// <summary>1 to 12, or 0.</summary>
    public int Month { get; init; }

    /// <summary>A day of the week; with a month as well, it may be either ("mar." is March, or a Tuesday).</summary>
    public bool IsWeekday { get; init; }

    /// <summary>Before or after noon, or null.</summary>
    public bool? IsAfternoon { get; init; }

    /// <summary>Stands after the hour, as in "8 h 30".</summary>
    public bool IsHour { get; init; }

    /// <summary>The year before the first one of an era, or null.</summary>
    public int? Era { get; init; }
}

/// <summary>The words of dates in the languages of the press (date-words.txt).</summary>
internal static class DateWords
{
    /// <summary>A name cut short is taken for the month when no shorter cut could be a word of its own.</summary>
    private const int ShortestBeginning = 4;

    private const int LongestWord = 40;

    private static readonly FrozenDictionary<string, DateWord> Known = Read();
    private static readonly FrozenDictionary<string, int> Beginnings = ReadBeginnings();
    private static readonly SearchValues<char> HourInitials =
        SearchValues.Create([.. Known.Where(pair => pair.Value.IsHour).Select(pair => pair.Key[0]).Distinct()]);

    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word means; nothing for a word that is not known. Case, accents and points in it do not matter.</summary>
    public static DateWord Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return default;
        Span<char> key = stackalloc char[LongestWord];
        return Words.TryGetValue(Fold(word, key), out var found) ? found : default;
    }

    /// <summary>Whether a word that begins so can stand after an hour: a quick look before the word is looked up.</summary>
    public static bool MayBeHour(char initial) => HourInitials.Contains(char.ToLowerInvariant(initial));

    /// <summary>The month that a word is likely to mean that is not known: one cut short, or wrong after three letters; or 0.</summary>
    public static int GuessMonth(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestBeginning or > LongestWord) return 0;
        Span<char> buffer = stackalloc char[LongestWord];
        var key = Fold(word, buffer);
        if (Months.TryGetValue(key, out var month)) return month;
        return key.Length > 3 && Words.TryGetValue(key[..3], out var found) && !found.IsWeekday ? found.Month : 0;
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var written = 0;
        if (System.Text.Ascii.IsValid(word))
        {
            foreach (var c in word)
            {
                if (c != '.' && c != ' ') buffer[written++] = char.ToLowerInvariant(c);
            }

            return buffer[..written];
        }

        return Folded(word.ToString());
    }

    private static string Folded(string word) => FoldedText.Of(word).Replace(" ", "", StringComparison.Ordinal);

    private static FrozenDictionary<string, DateWord> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("date-words.txt")!);
        var words = new Dictionary<string, DateWord>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is not [var kind, var value, var word] || kind == "#") continue;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(words, Folded(word), out _);
            known = With(known, kind, value);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static DateWord With(DateWord word, string kind, string value) => kind switch
    {
        "month" => word with { Month = word.Month == 0 ? int.Parse(value, CultureInfo.InvariantCulture) : word.Month },
        "weekday" => word with { IsWeekday = true },
        "hour" => word with { IsHour = true },
        "era" => word with { Era = int.Parse(value, CultureInfo.InvariantCulture) },
        _ => word with { IsAfternoon = kind == "pm" },
    };

    private static FrozenDictionary<string, int> ReadBeginnings()
    {
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, word) in Known.Where(pair => pair.Value.Month > 0))
        {
            for (var length = ShortestBeginning; length < name.Length; length++)
            {
                ref var month = ref CollectionsMarshal.GetValueRefOrAddDefault(beginnings, name[..length], out var known);
                month = !known || month == word.Month ? word.Month : -1;
            }
        }

        return beginnings.Where(pair => pair.Value > 0 && !Known.ContainsKey(pair.Key)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
