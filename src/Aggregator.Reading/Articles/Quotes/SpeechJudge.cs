using System.Collections.Frozen;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Quotes;

/// <summary>Tells words that somebody said from titles, names and words that the writer keeps at a distance: the "green" ferry, the plan "A river for all".</summary>
internal static class SpeechJudge
{
    private static readonly WordList List = WordList.Read("naming-words.txt");

    /// <summary>Longer stretches that nobody is said to have spoken may still be quoted from somewhere. Own choice.</summary>
    private const int LongestDistanced = 3;

    private static readonly FrozenSet<string> Works = QuoteLists.Words("works.txt");

    private static readonly FrozenSet<string>
        Calling = List.Text("calling").Split(' ').ToFrozenSet(),
        Own = List.Text("own").Split(' ').ToFrozenSet();

    /// <param name="tokens">The paragraph.</param>
    /// <param name="at">The quote.</param>
    /// <param name="words">What it holds.</param>
    /// <param name="said">Who is said to have said it; null when nobody is.</param>
    /// <param name="grammar">The language.</param>
    public static bool IsSpeech(List<Token> tokens, int at, string words, Said? said, Grammar grammar)
    {
        if (NamesOwnThing(tokens, at, grammar) || IsTitleOfWork(tokens, at, words)) return false;
        if (said is { IsAttributed: false, Speaker: not null }) return true;
        if (said is not null) return said.Speaker is not null || said.Via is not null || !IsTerm(tokens, at);
        if (at > 0 && grammar.IsNaming(tokens[at - 1].Word)) return false;
        return !IsName(words) && !IsEmbedded(tokens, at, words) && !IsDistanced(words);
    }

    /// <summary>« Les Ombres », “The Shadows of the North”: capitals and no end of a sentence.</summary>
    public static bool IsName(string words)
    {
        var parts = words.Split(' ');
        return char.IsUpper(words[0]) && !char.IsPunctuation(words[^1]) && (parts.Length <= 3 || (parts.Length <= 6 && parts.Count(part => part.Length > 0 && char.IsUpper(part[0])) > parts.Length / 2));
    }

    // "The town calls its plan “a river for all”": what is one's own is named, what is others' is judged.
    private static bool NamesOwnThing(List<Token> tokens, int at, Grammar grammar)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4) && tokens[i].IsWord; i--)
            if (Own.Contains(tokens[i].Word)) return i > 0 && i < at - 1 && Calling.Contains(tokens[i - 1].Word) && !grammar.IsRole(tokens[at - 1].Word);
        return false;
    }

    // "their album, “Low Tide Letters”"; what only begins with a small letter goes on with somebody's sentence.
    private static bool IsTitleOfWork(List<Token> tokens, int at, string words)
    {
        var before = at > 1 && tokens[at - 1].Is(',') ? at - 2 : at - 1;
        if (before < 0 || !Works.Contains(tokens[before].Word)) return false;
        return char.IsUpper(words[0]) && words[^1] is not ('.' or '?' or '!' or '…' or ',') || (words[^1] == ',' && before == at - 2);
    }

    // "what engineers call a “black hole”": a term of many, not the words of one.
    private static bool IsTerm(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
            if (Calling.Contains(tokens[i].Word))
                for (var k = i - 1; k >= Math.Max(0, i - 6); k--)
                    if (tokens[k].Word is "what" or "que" or "qu’") return true;
        return false;
    }

    // With a capital in the middle of the writer's sentence it is a name: Elle publie « La Mer par le bas ».
    private static bool IsEmbedded(List<Token> tokens, int at, string words) =>
        at > 0 && (tokens[at - 1].IsWord || tokens[at - 1].Is(',')) && char.IsUpper(words[0]) && !char.IsPunctuation(words[^1]);

    private static bool IsDistanced(string words) =>
        char.IsLower(words[0]) && !char.IsPunctuation(words[^1]) && words.Split(' ', '\u00A0').Length <= LongestDistanced;
}
