using System.Runtime.InteropServices;

namespace Aggregator.Reading.Text.Stems;

/// <summary>One rule of a stemmer: a word's end becomes another.</summary>
/// <param name="Suffix">The end, folded.</param>
/// <param name="Replacement">What stands in its place.</param>
/// <param name="LeastBefore">Letters that must stand before it: short words are rather other words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SuffixRule(string Suffix, string Replacement, int LeastBefore)
{
    /// <summary>The word after the first rule that fits, or as it is. Rules of longer ends come first.</summary>
    public static string First(string word, SuffixRule[] rules)
    {
        foreach (var rule in rules)
            if (word.Length >= rule.Suffix.Length + rule.LeastBefore && word.EndsWith(rule.Suffix, StringComparison.Ordinal))
                return string.Concat(word.AsSpan(0, word.Length - rule.Suffix.Length), rule.Replacement);
        return word;
    }
}
