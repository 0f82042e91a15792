using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>Which way a text runs. Pure.</summary>
public static class TextDirection
{
    /// <summary>
    /// Code points whose default is right to left (UCD, DerivedBidiClass.txt, "@missing: … Right_To_Left" and "… Arabic_Letter"):
    /// Hebrew to Arabic Extended-A, their presentation forms, and the ancient and African scripts of plane 1.
    /// </summary>
    private static readonly (int First, int Last)[] RightToLeft = [(0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF)];

    /// <summary>The first letter decides, as for <c>dir="auto"</c> (Unicode UAX #9, P2 and P3).</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune)) return Array.Exists(RightToLeft, range => rune.Value >= range.First && rune.Value <= range.Last);
        return false;
    }
}
