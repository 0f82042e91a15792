namespace Aggregator.Reading.Duplicates;

/// <summary>A text as the rule compares it, exactly: the sets of its pairs of content words, of its content words, and of the names and numbers among them.</summary>
public sealed class ComparedText
{
    private ComparedText(uint[] pairs, uint[] words, uint[] facts) => (Pairs, Words, Facts) = (pairs, words, facts);

    internal uint[] Pairs { get; }

    internal uint[] Words { get; }

    internal uint[] Facts { get; }

    /// <summary>Any text will do; what it takes grows with its different words, about 3 kB for 400.</summary>
    public static ComparedText Of(ReadOnlySpan<char> text)
    {
        // Words with their blanks are six letters long on the average, and the short ones do not count: enough room for nearly every text.
        var room = text.Length / 6;
        List<uint> pairs = new(room), words = new(room), facts = [];
        var reader = new ContentWords(text);
        while (reader.MoveNext())
        {
            if (words.Count > 0) pairs.Add(Shingle.Pair(words[^1], reader.Current));
            words.Add(reader.Current);
            if (reader.IsFact) facts.Add(reader.Current);
        }

        return new(HashSets.Of(pairs), HashSets.Of(words), HashSets.Of(facts));
    }

    /// <summary>The text without the pairs that at least two others hold, too.</summary>
    internal ComparedText Without(IReadOnlyCollection<ComparedText> others) =>
        others.Count < 2 ? this : new(HashSets.Without(Pairs, others.Select(other => other.Pairs), times: 2), Words, Facts);
}
