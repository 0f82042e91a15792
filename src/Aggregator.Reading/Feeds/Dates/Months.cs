using System.Collections.Frozen;

namespace Aggregator.Reading.Feeds.Dates;

/// <summary>Months by name, in the languages whose names turn up in feeds.</summary>
internal static class Months
{
    /// <summary>For each month the beginnings of its names; accents left out by publishers are left out here too.</summary>
    private static readonly string[] Beginnings =
    [
        "jan gen ene ιαν янв", // January
        "feb fév fev φεβ фев",
        "mar mär mrz μάρ μαρ мар",
        "apr avr abr ápr απρ апр",
        "may mai mag maj máj μάι μαϊ μαι мая май",
        "jun juin giu jún ιούν ιουν июн",
        "jul juil lug júl ιούλ ιουλ июл",
        "aug aoû aou ago αύγ αυγ авг",
        "sep set szept σεπ сен",
        "oct okt ott out οκτ окт",
        "nov νοέ νοε ноя",
        "dec déc dez dic δεκ дек", // December
    ];

    private static readonly FrozenDictionary<string, int> ByBeginning = Beginnings
        .SelectMany((names, month) => names.Split(' ').Select(name => KeyValuePair.Create(name, month + 1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month, 1 to 12, whose name starts like the word; 0 when there is none.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(5, word.Length); length >= 3; length--)
        {
            if (Lookup.TryGetValue(word[..length], out var month)) return month;
        }

        return 0;
    }
}
