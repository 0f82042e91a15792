namespace Aggregator.Reading.Text;

/// <summary>Tells a language by its script and by the letters that only it has there (Unicode blocks; CLDR exemplar characters).</summary>
internal static class ScriptLanguage
{
    /// <summary>Characters looked at.</summary>
    private const int Sample = 3_000;

    /// <summary>
    /// The primary subtag when most letters are of one script that tells it; null for Latin letters and for what stays undecided.
    /// </summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Sample) text = text[..Sample];
        int latin = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0, arabic = 0, other = 0;
        string? named = null;
        foreach (var c in text)
        {
            if (c < 'A' || !char.IsLetter(c)) continue;
            switch (c)
            {
                case < '\u0370': latin++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF': han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                default:
                    other++;
                    named ??= Single(c);
                    break;
            }
        }

        var all = latin + han + kana + hangul + cyrillic + arabic + other;
        if (all == 0 || latin * 2 > all) return null;
        if ((han + kana) * 2 > all) return kana * 12 > han ? "ja" : "zh";
        if (hangul * 2 > all) return "ko";
        if (cyrillic * 2 > all) return Cyrillic(text);
        if (arabic * 2 > all) return Arabic(text);
        return other * 2 > all ? named : null;
    }

    // Scripts that one language of the press writes.
    private static string? Single(char c) => c switch
    {
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0530' and <= '\u058F' => "hy",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u10A0' and <= '\u10FF' => "ka",
        _ => null,
    };

    private static string? Cyrillic(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny("іїєґІЇЄҐ")) return text.ContainsAny("ўЎ") ? "be" : "uk";
        if (text.ContainsAny("ђћљњџЂЋЉЊЏ")) return "sr";
        return text.ContainsAny("ыэёЫЭЁ") ? "ru" : null;
    }

    private static string Arabic(ReadOnlySpan<char> text) => text.ContainsAny("ٹڈڑے") ? "ur" : text.ContainsAny("پچژگ") ? "fa" : "ar";
}
