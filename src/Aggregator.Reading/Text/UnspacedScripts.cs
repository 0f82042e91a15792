using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>
/// Writing without spaces between words: Chinese, Japanese, Thai and others; and Korean, whose words carry their particles with them.
/// Pure.
/// </summary>
public static class UnspacedScripts
{
    /// <summary>
    /// Blocks of Unicode whose letters have the line-breaking class ID, CJ or SA (UAX #14: a line may break between any two of them, or
    /// only a dictionary knows where), and the Hangul blocks.
    /// </summary>
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x0E00, 0x0EFF), // Thai, Lao
        (0x1000, 0x109F), // Myanmar
        (0x1100, 0x11FF), // Hangul jamo
        (0x1780, 0x17FF), // Khmer
        (0x1950, 0x19FF), // Tai Le, New Tai Lue, Khmer symbols
        (0x1A20, 0x1AAF), // Tai Tham
        (0x2E80, 0x2FDF), // radicals
        (0x3005, 0x3007), // iteration mark, closing mark, zero
        (0x3021, 0x31FF), // numerals, kana, Bopomofo, compatibility jamo, phonetic extensions
        (0x3400, 0x4DBF), (0x4E00, 0xA4CF), // ideographs; Yi
        (0xA960, 0xA97F), (0xA9E0, 0xA9FF), (0xAA60, 0xAADF), // more jamo, Myanmar and Tai Viet
        (0xAC00, 0xD7FF), // Hangul
        (0xF900, 0xFAFF), (0xFF66, 0xFFDC), // compatibility and half-width forms
        (0x20000, 0x3FFFF), // the planes of ideographs
    ];

    /// <summary>Below it nothing is.</summary>
    public const char First = '\u0E00';

    public static bool Has(Rune letter) =>
        letter.Value >= First && Array.Exists(Blocks, block => letter.Value >= block.First && letter.Value <= block.Last);
}
