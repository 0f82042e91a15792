namespace Aggregator.Reading.Stories;

/// <summary>
/// The words of one source's texts in the window: its formulas, its series, its beat. Two of its texts share them whatever they tell, so between the two
/// a word is no rarer than it is among the others.
/// </summary>
internal sealed class SourceWords(string source)
{
    /// <summary>
    /// Texts of any source that are supposed beside its own: a source that has said little has no habits yet. 3 to 40 gave about the same stories on weeks.
    /// </summary>
    private const double SupposedTexts = 20;

    private readonly Dictionary<int, int> counts = [];
    private int texts;

    public string Source => source;

    public bool IsEmpty => texts == 0;

    public void Add(ReadOnlySpan<Term> terms)
    {
        texts++;
        foreach (var term in terms) counts[term.Id] = counts.GetValueOrDefault(term.Id) + 1;
    }

    public void Remove(ReadOnlySpan<Term> terms)
    {
        texts--;
        foreach (var term in terms)
        {
            if (--counts[term.Id] == 0) counts.Remove(term.Id);
        }
    }

    /// <summary>What is left of the evidence of a word that two of the texts share, from 0 to 1: all of it where no other text of the source holds it.</summary>
    /// <param name="id">The word.</param>
    /// <param name="rarity">In the stream (<see cref="Vocabulary.Rarity"/>), above 0.</param>
    public double EvidenceLeft(int id, double rarity)
    {
        var others = Math.Log((texts - 2 + SupposedTexts) / (counts[id] - 2 + SupposedTexts * Math.Exp(-rarity)));
        return others < rarity ? Math.Pow(others / rarity, 2) : 1;
    }
}
