namespace Aggregator.Curation.Facts;

/// <summary>A number of a source, with what stands beside it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Words">As written there, with unit and period.</param>
/// <param name="Sentence">The sentence it stands in, among all of the sources.</param>
/// <param name="Beside">The words of its part of the sentence, stemmed.</param>
internal sealed record SourceNumber(NumberFact Number, string Words, int Sentence, IReadOnlySet<string> Beside)
{
    /// <summary>All divisors of its sentence: what is per week is often said once for several numbers.</summary>
    public IReadOnlySet<string> Periods { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
