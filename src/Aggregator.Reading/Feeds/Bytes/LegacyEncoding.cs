namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>
/// Guesses the encoding of text that names none, is not UTF-8, and is not in Latin letters, from which bytes the encodings of Japanese,
/// Korean, Chinese, Russian and Hebrew use most.
/// </summary>
internal static class LegacyEncoding
{
    private const double Most = 0.6;
    private const double Some = 0.25; // a quarter of Japanese text and more is kana

    /// <summary>The encoding's name, or null when nothing speaks against windows-1252.</summary>
    public static string? Guess(ReadOnlySpan<byte> body)
    {
        if (!IsBeyondLatin(body)) return null;
        if (JapaneseShare(body) >= Some) return "shift_jis";
        if (EucPairs.Count(body) is not { } pairs) return SingleByte(body);
        if (pairs.Kana >= Some * pairs.All) return "euc-jp";
        if (pairs.Hangul >= 0.95 * pairs.All) return "euc-kr";
        return pairs.CommonHan >= Most * pairs.All && pairs.Han >= pairs.All * Most ? "gb2312" : SingleByte(body);
    }

    /// <summary>Accented Latin letters stand among ASCII ones; letters of other scripts stand side by side.</summary>
    private static bool IsBeyondLatin(ReadOnlySpan<byte> body)
    {
        var (all, together) = (0, 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] < 0x80) continue;
            all++;
            if ((i > 0 && body[i - 1] >= 0x80) || (i + 1 < body.Length && body[i + 1] >= 0x80)) together++;
        }

        return all >= 8 && together >= Most * all;
    }

    /// <summary>The share of kana among the pairs of Shift JIS, or 0 when the bytes cannot be Shift JIS.</summary>
    private static double JapaneseShare(ReadOnlySpan<byte> body)
    {
        var (all, kana) = (0, 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is < 0x80 or (>= 0xA1 and <= 0xDF)) continue;
            if (i + 1 == body.Length) break;
            var (lead, trail) = (body[i], body[++i]);
            if (lead is 0x80 or 0xA0 or > 0xFC || trail is < 0x40 or 0x7F or > 0xFC) return 0;
            all++;
            if (lead is 0x82 && trail is >= 0x9F and <= 0xF1 || lead is 0x83 && trail <= 0x96) kana++;
        }

        return all == 0 ? 0 : (double)kana / all;
    }

    /// <summary>Alphabets in one byte: Hebrew has 27 letters and no capitals, KOI8-R has its small letters below, windows-1251 above.</summary>
    private static string? SingleByte(ReadOnlySpan<byte> body)
    {
        var (all, below, above, last) = (0, 0, 0, 0);
        foreach (var b in body)
        {
            if (b < 0x80) continue;
            all++;
            if (b is >= 0xC0 and < 0xE0) below++;
            else if (b >= 0xE0) above++;
            if (b > 0xFA) last++;
        }

        if (below + above < Most * all) return null;
        if (last == 0 && above >= 0.9 * (above + below)) return "windows-1255";
        return below > above ? "koi8-r" : "windows-1251";
    }
}
