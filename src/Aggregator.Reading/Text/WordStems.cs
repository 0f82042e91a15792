using System.Text;
using Aggregator.Reading.Text.Stems;

namespace Aggregator.Reading.Text;

/// <summary>What inflected forms of one word have in common, by language: for searching, not for showing.</summary>
public static class WordStems
{
    /// <summary>Stems of the words of a text, folded, parted by spaces; words of other languages than French and English stay as they are folded.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A language tag ("fr-CA" is "fr"), or null.</param>
    public static string OfText(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var folded = new FoldedBuffer(text.Length);
        folded.Append(text);
        return StemCache.Of(language) is { } stems ? Joined(folded.Text, stems) : folded.Text.ToString();
    }

    /// <summary>The same of words that are folded already, parted by spaces.</summary>
    public static string OfFolded(string words, string? language)
    {
        ArgumentNullException.ThrowIfNull(words);
        return StemCache.Of(language) is { } stems ? Joined(words, stems) : words;
    }

    /// <summary>The stem of a folded word.</summary>
    public static string Of(ReadOnlySpan<char> folded, string? language) => StemCache.Of(language)?.StemOf(folded) ?? folded.ToString();

    private static string Joined(ReadOnlySpan<char> folded, StemCache stems)
    {
        var result = new StringBuilder(folded.Length);
        foreach (var range in folded.Split(' '))
        {
            if (result.Length > 0) result.Append(' ');
            result.Append(stems.StemOf(folded[range]));
        }

        return result.ToString();
    }
}
