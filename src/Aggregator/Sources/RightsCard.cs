namespace Aggregator.Sources;

/// <summary>What may be done with a source's articles. What is null is not limited.</summary>
public sealed class RightsCard
{
    public int SourceId { get; init; }

    /// <summary>The licence or agreement, in words.</summary>
    public string? Licence { get; set; }

    /// <summary>Words a quote may have.</summary>
    public int? LongestQuote { get; set; }

    /// <summary>Share of an article's words that may be quoted altogether, 0 to 1.</summary>
    public double? LargestShare { get; set; }

    /// <summary>Whether its images may be shown, and how.</summary>
    public string? Images { get; set; }

    /// <summary>Days an article that is not cited is kept.</summary>
    public int? RetentionDays { get; set; }

    /// <summary>It reserves text and data mining (Directive (EU) 2019/790, art. 4).</summary>
    public bool ReservesMining { get; set; }
}
