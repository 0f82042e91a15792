namespace Aggregator.Curation.Facts;

/// <summary>A unit of measure or of money.</summary>
/// <param name="Kind">What it measures; units of one kind can be converted into each other. What stands before a colon is its family.</param>
/// <param name="Size">In the kind's own unit: 1,000 for kilometres.</param>
public sealed record Measure(string Kind, decimal Size)
{
    /// <summary>Units that are mistaken for each other, though no number converts them: euros and dollars, percent and points.</summary>
    public string Family => Kind.Split(':')[0];

    /// <summary>A stretch of time.</summary>
    public bool IsTime => Family == "time";
}
