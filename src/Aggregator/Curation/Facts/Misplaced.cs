namespace Aggregator.Curation.Facts;

/// <summary>
/// Right numbers in the wrong place: the words beside one stand, in the sources, beside another number of the same unit, and none of them beside its own. Pure.
/// </summary>
internal static class Misplaced
{
    /// <summary>A word of more sentences is the subject of the whole text and belongs to no single number. Own choice.</summary>
    private const int MostSentences = 2;

    /// <param name="sentence">The sentence.</param>
    /// <param name="numbers">All its numbers.</param>
    /// <param name="at">One of them, which sources have.</param>
    /// <param name="sources">The numbers of the sources.</param>
    /// <returns>The number that its words belong to; null when it stands well, or cannot be told.</returns>
    public static SourceNumber? Owner(string sentence, IReadOnlyList<NumberFact> numbers, int at, SourceNumbers sources)
    {
        var (number, beside) = (numbers[at], NumberContext.Read(sentence, numbers, at));
        if (beside.Count == 0 || sources.Matching(number).Any(source => source.Beside.Count == 0 || source.Beside.Overlaps(beside))) return null;
        var rivals = sources.All.Where(source => NumberMatch.Comparable(number, source.Number) && !NumberMatch.SameFigures(number, source.Number)).ToList();
        var owners = beside.Where(word => sources.SentencesWith(word) <= MostSentences).Select(word => rivals.Where(rival => rival.Beside.Contains(word)).ToList()).Where(found => found.Count == 1).Select(found => found[0]).Distinct().ToList();
        return owners is [var owner] && !StandsWell(owner, sentence, numbers) ? owner : null;
    }

    /// <summary>Whether the sentence has the other number, too, beside its own words: then it shares them with this one.</summary>
    private static bool StandsWell(SourceNumber owner, string sentence, IReadOnlyList<NumberFact> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
            if (NumberMatch.Same(numbers[i], owner) && NumberContext.Read(sentence, numbers, i).Overlaps(owner.Beside)) return true;
        return false;
    }
}
