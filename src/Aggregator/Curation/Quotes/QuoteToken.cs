using System.Text;

namespace Aggregator.Curation.Quotes;

/// <summary>A word or a sign of a text, with where it stands.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="End">The place after it.</param>
/// <param name="Form">What is compared: one form for all quotation marks, apostrophes, dashes and ligatures.</param>
/// <param name="IsWord">Letters and digits; else a sign.</param>
internal readonly record struct QuoteToken(int Start, int End, string Form, bool IsWord)
{
    /// <summary>Cuts a text; white space parts and is nothing itself.</summary>
    public static IReadOnlyList<QuoteToken> Of(string text)
    {
        var tokens = new List<QuoteToken>(text.Length / 5);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (IsLetter(text, at))
            {
                while (at < text.Length && IsLetter(text, at)) at++;
                tokens.Add(new(start, at, Fold(text[start..at]), IsWord: true));
                continue;
            }

            at++;
            if (char.IsWhiteSpace(text[start]) || text[start] is '\u200B' or '\uFEFF' or '\u2060') continue;
            // Three dots are one sign, as is the ellipsis.
            if (text[start] == '.' && start + 2 < text.Length && text[start + 1] == '.' && text[start + 2] == '.') at = start + 3;
            tokens.Add(new(start, at, Sign(text[start..at]), IsWord: false));
        }

        return tokens;
    }

    private static bool IsLetter(string text, int at) => char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || (text[at] != '\u00AD' && char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark) || text[at] == '\u00AD';

    private static string Fold(string word)
    {
        if (word.All(char.IsAscii)) return word;
        var plain = word.Replace("\u00AD", "", StringComparison.Ordinal).Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal)
            .Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal);
        // Half a surrogate pair cannot be normalised, and is never in a word.
        return plain.Any(char.IsSurrogate) ? plain : plain.Normalize(NormalizationForm.FormC);
    }

    private static string Sign(string sign) => sign[0] switch
    {
        '«' or '»' or '“' or '”' or '„' or '‟' or '"' or '‹' or '›' or '″' => "\"",
        '’' or '‘' or '\'' or 'ʼ' or '´' or '`' or '′' => "'",
        '–' or '—' or '−' or '‐' or '‑' or '-' or '―' => "-",
        '…' => "...",
        _ => sign,
    };
}
