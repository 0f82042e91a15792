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
        if (StemCache.Of(language) is not { } stems) return folded.Text.ToString();
        var result = new StringBuilder(folded.Text.Length);
        foreach (var range in folded.Text.Split(' '))
        {
            if (result.Length > 0) result.Append(' ');
            result.Append(stems.StemOf(folded.Text[range]));
        }

        return result.ToString();
    }

    /// <summary>The stem of a folded word.</summary>
    public static string Of(ReadOnlySpan<char> folded, string? language) => StemCache.Of(language)?.StemOf(folded) ?? folded.ToString();
}
