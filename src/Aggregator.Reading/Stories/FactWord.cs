using System.Text;

namespace Aggregator.Reading.Stories;

/// <summary>A word for what happened.</summary>
/// <param name="Folded">The word, folded.</param>
/// <param name="Meanings">Numbers of what it means (<see cref="EventWords"/>).</param>
/// <param name="Root">What it begins with, if it is long enough to be the same word in the other language; null: it is not.</param>
/// <param name="Rarity">From .15 for a word of every third article to 1 for one of hardly any.</param>
/// <param name="Place">Where it stands first.</param>
internal sealed record FactWord(string Folded, IReadOnlyList<int> Meanings, string? Root, double Rarity, TextPlace Place)
{
    /// <summary>Letters that a French and an English word have in common at their beginning when they are one word, as a rule: inspecteur, inspector.</summary>
    private const int RootLetters = 6;

    /// <summary>Whether two words of two languages may say the same. That they begin alike tells of words whose meanings we do not know: "investir" is not "investigate".</summary>
    public bool Matches(FactWord other) => 
        Meanings.Any(other.Meanings.Contains) || (Root is not null && Root == other.Root && (Meanings.Count == 0 || other.Meanings.Count == 0));

    /// <summary>The beginning of a folded word, written as neither language writes it: one letter for two, i for y, f for ph, k for c and qu.</summary>
    public static string? RootOf(string folded)
    {
        if (folded.Length < RootLetters) return null;
        var root = new StringBuilder(RootLetters);
        for (var i = 0; i < folded.Length && root.Length < RootLetters; i++)
        {
            var next = i + 1 < folded.Length ? folded[i + 1] : ' ';
            if (next == folded[i] || (folded[i] is 'h' && i > 0) || (folded[i] == 'u' && i > 0 && folded[i - 1] == 'q')) continue;
            root.Append((folded[i], next) switch { ('y', _) => 'i', ('p', 'h') => 'f', ('c' or 'q', _) => 'k', _ => folded[i] });
        }

        return root.Length == RootLetters ? root.ToString() : null;
    }
}
