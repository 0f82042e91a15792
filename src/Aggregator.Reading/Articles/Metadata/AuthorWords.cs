using System.Collections.Frozen;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>
/// Tells names from what else stands in a byline: offices, accounts of publishing systems, words that announce a name
/// (<c>Words/author-words.txt</c>).
/// </summary>
internal static class AuthorWords
{
    private static readonly WordList List = WordList.Read("author-words.txt");

    private static readonly FrozenSet<string> Offices = Set("office"), Accounts = Set("account"), Labels = Set("label");

    private static readonly string[] LongestFirst = [.. List["label"].OrderByDescending(label => label.Length)];

    private static readonly string[] Parts = [.. List["part"]];

    /// <summary>
    /// A job title, such as "Events Coordinator" or "Chargée de communication": one of its words is an office. "The Gazette editors" are
    /// a desk.
    /// </summary>
    public static bool IsOffice(string name) => !name.StartsWith("The ", StringComparison.Ordinal) && Words(name).Exists(Offices.Contains);

    /// <summary>What a publishing system calls an account: a placeholder, or one word with a figure or a mark of the trade in it.</summary>
    public static bool IsAccount(string name)
    {
        var said = name.ToLowerInvariant();
        if (Accounts.Contains(said)) return true;
        if (name.Contains(' ', StringComparison.Ordinal) || name.Any(char.IsUpper)) return false;
        return name.Any(char.IsAsciiDigit) || Array.Exists(Parts, part => said.StartsWith(part, StringComparison.Ordinal)
            || said.EndsWith(part, StringComparison.Ordinal));
    }

    /// <summary>Whether a line only says that a name follows, as "By" or "Author:" do.</summary>
    public static bool Announces(string line) => Labels.Contains(line.TrimEnd(':', '：', ' ', '\u00A0').ToLowerInvariant());

    /// <summary>
    /// How long the words at the start of a line are that announce a name ("By ", "Propos recueillis par ", "作者："); 0 when there are
    /// none.
    /// </summary>
    public static int LabelLength(string line)
    {
        foreach (var label in LongestFirst)
        {
            // Italian "di" begins names, too ("Di Stefano").
            var comparison = label == "di" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            if (line.Length <= label.Length || !line.StartsWith(label, comparison)
                || !Ends.Contains(line[label.Length], StringComparison.Ordinal)) continue;
            var length = label.Length;
            while (length < line.Length && Ends.Contains(line[length], StringComparison.Ordinal)) length++;
            return length;
        }

        return 0;
    }

    private const string Ends = " :：/／\u00A0\u202F";

    private static List<string> Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '\u00A0', '/', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)];

    private static FrozenSet<string> Set(string section) => List[section].ToFrozenSet(StringComparer.Ordinal);
}
