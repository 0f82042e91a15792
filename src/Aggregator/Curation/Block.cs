using System.Text.Json.Serialization;

namespace Aggregator.Curation;

/// <summary>A paragraph or a quote of a section, made of spans.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Spans">Its words, in order.</param>
public sealed record Block(BlockKind Kind, IReadOnlyList<Span> Spans)
{
    /// <summary>Its words without marks.</summary>
    [JsonIgnore]
    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>Articles its credits and quotes are bound to.</summary>
    [JsonIgnore]
    public IEnumerable<int> Articles => Spans.Select(span => span.Mark?.ArticleId).OfType<int>().Distinct();
}

[JsonConverter(typeof(JsonStringEnumConverter<BlockKind>))]
public enum BlockKind
{
    [JsonStringEnumMemberName("paragraph")]
    Paragraph,

    /// <summary>A quote that stands alone.</summary>
    [JsonStringEnumMemberName("quote")]
    Quote,
}

/// <summary>Words with at most one mark.</summary>
public sealed record Span(string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Mark? Mark = null);

/// <summary>What words are bound to.</summary>
/// <param name="Kind">How.</param>
/// <param name="ArticleId">The stored article, for credits and quotes.</param>
/// <param name="IssueId">The earlier issue, for references.</param>
public sealed record Mark(
    MarkKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ArticleId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? IssueId = null);

[JsonConverter(typeof(JsonStringEnumConverter<MarkKind>))]
public enum MarkKind
{
    /// <summary>The words name the outlet; they link to its article.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,

    /// <summary>The words are the article's own.</summary>
    [JsonStringEnumMemberName("quote")]
    Quote,

    /// <summary>The words refer to an earlier issue.</summary>
    [JsonStringEnumMemberName("issue")]
    Issue,
}
