using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Common first names of France and the English-speaking countries: they tell a person from an organisation, and "il" from "elle".</summary>
internal static class GivenNames
{
    private static readonly WordList List = WordList.Read("given-names.txt");

    private static readonly FrozenSet<string> Male = Set(List.Text("male"));

    private static readonly FrozenSet<string> Female = Set(List.Text("female"));

    public static bool Knows(string name) => Male.Contains(First(name)) || Female.Contains(First(name));

    /// <summary>True for a man's name, false for a woman's, null when it is neither or unknown.</summary>
    public static bool? IsMale(string name) => Male.Contains(First(name)) ? true : Female.Contains(First(name)) ? false : null;

    private static string First(string name)
    {
        var first = name.Split(' ', 2)[0].ToLowerInvariant();
        return first.Contains('-', StringComparison.Ordinal) ? first.Split('-')[0] : first;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
