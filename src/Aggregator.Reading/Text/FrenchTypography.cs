using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>
/// The spaces of French typesetting (Imprimerie nationale, Lexique des règles typographiques): U+00A0 within « » and before a
/// colon, U+202F before ; ! ? %.
/// </summary>
public static class FrenchTypography
{
    private const char NoBreak = '\u00A0', Narrow = '\u202F';

    /// <summary>Makes the plain spaces that stand before or within such signs unbreakable; adds none and changes nothing else.</summary>
    public static string Space(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal)) return text;
        var spaced = new StringBuilder(text);
        for (var i = 0; i < spaced.Length; i++)
        {
            if (spaced[i] != ' ') continue;
            var next = i + 1 < spaced.Length ? spaced[i + 1] : '\0';
            var endsSign = i + 2 >= spaced.Length || !char.IsLetterOrDigit(spaced[i + 2]);
            if (next == '»' || (i > 0 && spaced[i - 1] == '«') || (next == ':' && endsSign)) spaced[i] = NoBreak;
            else if (next is ';' or '!' or '?' or '%' && endsSign) spaced[i] = Narrow;
        }

        return spaced.ToString();
    }
}
