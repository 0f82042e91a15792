using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Cuts a paragraph into words, signs and quotes; elided articles (l’, d’) and inverted pronouns (-t-il) are words of their own.</summary>
internal static class Tokens
{
    private static readonly WordList List = WordList.Read("token-words.txt");

    private static readonly FrozenSet<string> Abbreviations = List.Text("abbreviations").Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Elisions = List.Text("elisions").Split(' ').ToFrozenSet();
    private static readonly string[] Inverted = ["-t-elles", "-t-ils", "-t-elle", "-t-il", "-t-on", "-elles", "-elle", "-ils", "-il", "-on", "-je"];

    public static List<Token> Of(string text, List<QuotedSpan> quotes)
    {
        var tokens = new List<Token>();
        var quote = 0;
        for (var i = 0; i < text.Length;)
        {
            while (quote < quotes.Count && quotes[quote].Open < i) quote++;
            if (quote < quotes.Count && quotes[quote].Open == i)
            {
                tokens.Add(new("", i, quote));
                i = Math.Max(quotes[quote].End, i + 1);
                // The full stop of a quoted sentence ends the writer's sentence, too, where a new one begins behind the mark.
                if (text[quotes[quote].Stop - 1] is '.' or '…' && BeginsSentence(text, i)) tokens.Add(new(".", i - 1));
            }
            else if (char.IsLetterOrDigit(text[i])) i = AddWord(tokens, text, i);
            else
            {
                if (!char.IsWhiteSpace(text[i])) tokens.Add(new(text[i].ToString(), i));
                i++;
            }
        }

        return tokens;
    }

    private static bool BeginsSentence(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && char.IsUpper(text[at]);
    }

    private static int AddWord(List<Token> tokens, string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsJoint(text, end)))
        {
            if (IsApostrophe(text[end]) && IsElision(text[start..end])) { tokens.Add(new(text[start..(end + 1)], start)); return end + 1; }
            if (IsApostrophe(text[end]) && text[end + 1] == 's' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))) break;
            // A link that lost its space: "rapporteLe Monde".
            if (char.IsUpper(text[end]) && end - start >= 2 && AllLower(text.AsSpan(start, end - start))) break;
            end++;
        }

        var word = text[start..end];
        if (end < text.Length && text[end] == '.' && (Abbreviations.Contains(word.ToLowerInvariant()) && char.IsUpper(word[0]) || word.Length == 1 && char.IsUpper(word[0]))) word = text[start..++end];
        var inverted = Array.Find(Inverted, pronoun => word.EndsWith(pronoun, StringComparison.OrdinalIgnoreCase));
        if (inverted is null) tokens.Add(new(word, start));
        else
        {
            var pronoun = inverted[(inverted.LastIndexOf('-') + 1)..];
            tokens.Add(new(word[..^inverted.Length], start));
            tokens.Add(new(pronoun, end - pronoun.Length));
        }

        return end;
    }

    private static bool IsJoint(string text, int at) =>
        text[at] is '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static bool IsElision(string word) => Elisions.Contains(word.ToLowerInvariant());

    private static bool AllLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsLower(c)) return false;
        return true;
    }
}
