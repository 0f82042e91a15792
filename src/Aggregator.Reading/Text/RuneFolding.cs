using System.Globalization;
using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>
/// What one character becomes in folded text. A text can be folded by characters, for NFKD decomposes each by itself and only the
/// order of the marks, which go, depends on the neighbours (UAX #15 §1.3).
/// </summary>
internal static class RuneFolding
{
    /// <summary>Kept for the alphabets and the punctuation (below the CJK blocks); filled as characters come.</summary>
    private static readonly string?[] Known = new string?[0x3000];

    /// <summary>Letters in lower case; a space for what parts words; empty for what vanishes.</summary>
    public static string Of(Rune rune) =>
        rune.Value < Known.Length ? Known[rune.Value] ??= Fold(rune) : Fold(rune);

    private static string Fold(Rune rune)
    {
        // U+FFFE and its like are scalar values that Normalize refuses.
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned) return " ";
        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()) folded.Append(FoldPart(part));
        return folded.ToString();
    }

    private static string FoldPart(Rune part) => Rune.GetUnicodeCategory(part) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
        UnicodeCategory.SpacingCombiningMark => part.ToString(), // a vowel in Indic scripts: part of the word
        _ when !Rune.IsLetterOrDigit(part) => " ",
        _ => Lower(part),
    };

    /// <summary>By way of the upper case, so that the two forms of a small sigma are one.</summary>
    private static string Lower(Rune letter) => Rune.ToLowerInvariant(Rune.ToUpperInvariant(letter)).ToString() switch
    {
        "œ" => "oe",
        "æ" => "ae",
        "ß" or "ẞ" => "ss",
        var lower => lower,
    };
}
