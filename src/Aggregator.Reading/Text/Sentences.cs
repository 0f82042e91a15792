using System.Collections.Frozen;

namespace Aggregator.Reading.Text;

/// <summary>
/// Cuts French and English text into sentences. A full stop ends none behind an abbreviation or an initial, in a number or an address, or before a small letter;
/// closing quotation marks and brackets stay with the sentence they close.
/// </summary>
public static class Sentences
{
    private static readonly WordList List = WordList.Read("sentence-words.txt");

    // Never the last word of a sentence.
    private static readonly FrozenSet<string> Leading = Set(List.Text("leading"));

    // Within a sentence as often as at its end: the next word decides.
    private static readonly FrozenSet<string> Either = Set(List.Text("either"));

    private static readonly FrozenSet<string> Openers = Set(List.Text("openers"));

    /// <summary>The sentences in order, each without the white space around it; together they hold all words of the text. A line break ends a sentence, too.</summary>
    public static IReadOnlyList<Range> Of(string text)
    {
        var found = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !IsEnd(text[i])) continue;
            var end = text[i] == '\n' ? i : AfterClosing(text, i);
            if (text[i] != '\n' && !EndsSentence(text, i, end)) continue;
            Add(text, start, end, found);
            start = end;
            i = Math.Max(i, end - 1);
        }

        Add(text, start, text.Length, found);
        return found;
    }

    private static void Add(string text, int start, int end, List<Range> found)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) found.Add(start..end);
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…';

    // "?!", "...", and then » ” ) ], with the no-break space that French puts before its marks.
    private static int AfterClosing(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            if (IsEnd(text[end]) || IsClosing(text, end)) end++;
            else if (text[end] is '\u00A0' or '\u202F' or ' ' && end + 1 < text.Length && (text[end + 1] == '»' || (text[end] != ' ' && IsEnd(text[end + 1])))) end += 2;
            else break;
        }

        return end;
    }

    private static bool IsClosing(string text, int at) => text[at] switch
    {
        '»' or '”' or '’' or ')' or ']' or '›' => true,
        '"' or '\'' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };

    private static bool EndsSentence(string text, int at, int end)
    {
        if (end < text.Length && !char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && text[next] != '\n') next++;
        if (next == text.Length || text[next] == '\n') return true;
        if (char.IsLower(text[next]) || text[next] is ',' or ';' or ':' or '»') return false;
        return text[at] != '.' || end > at + 1 || !IsAbbreviation(text, at, next);
    }

    private static bool IsAbbreviation(string text, int at, int next)
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-')) start--;
        var word = text[start..at];
        // An initial ("J. Smith", "J.-P. Roux"), a version ("v. 2"), or the number of a point at the beginning of a line.
        if (word.Length > 0 && char.IsUpper(word[^1]) && (word.Length == 1 || (word[^2] is '.' or '-' && !Either.Contains(word.ToLowerInvariant())))) return true;
        if (word.Length == 1 && char.IsLower(word[0]) && char.IsDigit(text[next])) return true;
        if (word.Length is 1 or 2 && word.All(char.IsDigit) && (start == 0 || text[start - 1] == '\n')) return true;
        var folded = word.ToLowerInvariant();
        return Leading.Contains(folded) || (Either.Contains(folded) && !Openers.Contains(WordAt(text, next)));
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        if (end < text.Length && text[end] is '’' or '\'' && end == start + 1) end++;
        return text[start..end].ToLowerInvariant();
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
