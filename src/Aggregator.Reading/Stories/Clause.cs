using System.Text.RegularExpressions;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Stories;

/// <summary>A part of a sentence with its words.</summary>
internal sealed partial class Clause
{
    private readonly MatchCollection places;

    public Clause(string text)
    {
        Text = text;
        places = Word().Matches(text);
        Words = [.. places.Select(word => FoldedText.Of(word.Value))];
    }

    public string Text { get; }

    /// <summary>Folded, in order; numbers are among them.</summary>
    public List<string> Words { get; }

    public bool IsCapital(int word) => char.IsUpper(Text[places[word].Index]);

    /// <summary>The name that begins with a word ("Moirans-en-Montagne" is one); null when that is part of the name before it.</summary>
    public string? NameAt(int word) => Name().Match(Text, places[word].Index) is { Success: true } match ? match.Value : null;

    /// <summary>How many words begin before a place in the text.</summary>
    public int WordsBefore(int index) => places.TakeWhile(word => word.Index < index).Count();

    [GeneratedRegex(@"[\p{L}\p{N}\p{Mn}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    /// <summary>A word that begins with a capital; what is elided before it and a possessive after it are no part of it.</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\p{N}]-?)\p{Lu}[\p{L}\p{N}]+(?:[-.&][\p{L}\p{N}]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
