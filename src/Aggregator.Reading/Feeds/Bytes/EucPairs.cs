using System.Runtime.InteropServices;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>How often the rows of the East Asian sets occur that write each character as two bytes from A1 to FE.</summary>
/// <param name="Kana">Rows A4 and A5: kana in JIS X 0208.</param>
/// <param name="Hangul">Rows B0 to C8: all syllables of KS X 1001.</param>
/// <param name="CommonHan">Rows B0 to D7: the 3,755 common characters of GB 2312.</param>
/// <param name="Han">Rows B0 to F7: all Chinese characters.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EucPairs(int All, int Kana, int Hangul, int CommonHan, int Han)
{
    /// <summary>Counts the pairs, or gives null when the bytes beyond ASCII do not come in such pairs.</summary>
    public static EucPairs? Count(ReadOnlySpan<byte> body)
    {
        var pairs = default(EucPairs);
        for (var i = 0; i < body.Length; i++)
        {
            var lead = body[i];
            if (lead < 0x80) continue;
            if (lead is < 0xA1 or 0xFF || ++i >= body.Length || body[i] is < 0xA1 or 0xFF) return null;
            pairs = new EucPairs(
                pairs.All + 1,
                pairs.Kana + (lead is 0xA4 or 0xA5 ? 1 : 0),
                pairs.Hangul + (lead is >= 0xB0 and <= 0xC8 ? 1 : 0),
                pairs.CommonHan + (lead is >= 0xB0 and <= 0xD7 ? 1 : 0),
                pairs.Han + (lead is >= 0xB0 and <= 0xF7 ? 1 : 0));
        }

        return pairs.All > 0 ? pairs : null;
    }
}
