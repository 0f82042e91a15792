using System.Runtime.InteropServices;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>A quoted stretch of a paragraph: the marks at <paramref name="Open"/> and up to <paramref name="End"/>, the words between them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuotedSpan(int Open, int Start, int Stop, int End)
{
    /// <summary>Whether it is a line of dialogue behind a dash, cut out of its own line.</summary>
    public bool IsDialogue { get; init; }

    /// <summary>Whether it has no closing mark because the next paragraph goes on with it.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>
/// Pairs quotation marks: « », “ ”, „ “, ‹ ›, ‘ ’ and the straight " and '. Only the outermost pair counts. A mark without its partner quotes to the end
/// of the paragraph when the next paragraph opens with the same mark, as English does with long quotes; else it quotes nothing.
/// </summary>
internal static class QuoteMarks
{
    private const int LongestQuote = 4_000, MostQuotes = 500, MostLoose = 200;

    public static List<QuotedSpan> In(string text, string next)
    {
        var spans = new List<QuotedSpan>();
        var loose = 0;
        for (var i = 0; i < text.Length && loose < MostLoose; i++)
        {
            if (!Opens(text, i)) continue;
            var close = Close(text, i);
            var isOpen = close < 0 && next.Length > 0 && next[0] == text[i];
            if (isOpen) close = text.Length;
            if (close < 0) loose++;
            if (close < 0 || close - i > LongestQuote || spans.Count == MostQuotes) continue;
            var (start, stop) = Trimmed(text, i + 1, close);
            if (stop > start && !(IsSingle(text[i]) && IsWord(text, start, stop))) spans.Add(new(i, start, stop, Math.Min(close + 1, text.Length)) { IsOpen = isOpen });
            i = close;
        }

        return spans;
    }

    private static bool Opens(string text, int i) => text[i] switch
    {
        '«' or '“' or '„' or '‹' => true,
        '"' or '‘' or '\'' => i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])),
        _ => false,
    };

    private static int Close(string text, int open)
    {
        var (mark, depth) = (text[open], 1);
        for (var i = open + 1; i < Math.Min(text.Length, open + LongestQuote); i++)
        {
            if (text[i] == mark && mark is '«' or '“' or '„' or '‹') depth++;
            else if (Closes(text, i, mark) && --depth == 0) return i;
        }

        return -1;
    }

    private static bool Closes(string text, int i, char open) => (open, text[i]) switch
    {
        ('«', '»') or ('“', '”') or ('„', '“' or '”') or ('‹', '›') or ('"', '"') => true,
        // An apostrophe stands before a letter, or behind the s of a possessive; words before a closing mark mostly end in punctuation.
        ('‘', '’') or ('\'', '\'') => (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) && (char.IsPunctuation(text[i - 1]) || text[i - 1] != 's' || i + 1 == text.Length || char.IsPunctuation(text[i + 1])),
        _ => false,
    };

    private static (int, int) Trimmed(string text, int start, int stop)
    {
        while (start < stop && char.IsWhiteSpace(text[start])) start++;
        while (stop > start && char.IsWhiteSpace(text[stop - 1])) stop--;
        return (start, stop);
    }

    private static bool IsSingle(char mark) => mark is '‘' or '\'';

    private static bool IsWord(string text, int start, int stop) => !text.AsSpan(start, stop - start).Contains(' ');
}
