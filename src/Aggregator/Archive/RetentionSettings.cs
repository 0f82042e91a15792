namespace Aggregator.Archive;

/// <summary>The section <c>Retention</c> of the settings. A source may say otherwise (<c>keepDays</c>, <c>keepArticles</c>).</summary>
public sealed class RetentionSettings
{
    /// <summary>Days an article is kept after it arrived; 0, the default, for ever.</summary>
    public int Days { get; set; }

    /// <summary>Articles that are kept of one source, the latest; 0, the default, for all.</summary>
    public int Articles { get; set; }

    /// <summary>The first setting that cannot be used, as a sentence, or null.</summary>
    public string? Problem() =>
        Days is < 0 or > 36_500 ? "Retention:Days must be 0 (for ever) to 36500."
        : Articles < 0 ? "Retention:Articles must be 0 (all) or more."
        : null;
}
