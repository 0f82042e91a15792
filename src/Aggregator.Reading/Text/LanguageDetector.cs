namespace Aggregator.Reading.Text;

/// <summary>
/// Tells the language of a text by its function words: the hundred commonest words of a language make up about half of any running text
/// (Zipf 1935), and few of them mean anything in the neighbour's.
/// </summary>
public static class LanguageDetector
{
    private const int Sample = 3_000, LeastWords = 4;

    /// <summary>The primary subtag (fr, en, de, es, it, nl, pt), or null when the text is too short or undecided.</summary>
    public static string? Detect(string text) => Count(text).Leader(LeastWords);

    internal static FunctionWordTally Count(string text)
    {
        var tally = new FunctionWordTally();
        foreach (var word in new Words(text.AsSpan()[..Math.Min(text.Length, Sample * 2)])) tally.Count(word);
        return tally;
    }

    /// <summary>Whether the part of a text that is looked at holds a word.</summary>
    internal static bool Holds(string text, string word)
    {
        foreach (var other in new Words(text.AsSpan()[..Math.Min(text.Length, Sample * 2)]))
        {
            if (other.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private ref struct Words(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _start, _end;

        public readonly ReadOnlySpan<char> Current => _text[_start.._end];

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            _start = _end;
            while (_start < _text.Length && !char.IsLetter(_text[_start])) _start++;
            _end = _start;
            while (_end < _text.Length && char.IsLetter(_text[_end])) _end++;
            return _end > _start;
        }
    }
}
