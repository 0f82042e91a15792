using System.Text.Json.Serialization;

namespace Aggregator.Curation.Text;

/// <summary>What words are bound to, or how they look. Which fields belong to which kind stands in <see cref="BlockRules"/>.</summary>
/// <param name="Kind">How.</param>
/// <param name="ArticleId">The stored article of a credit or a quote; null when there is none.</param>
/// <param name="IssueId">The earlier issue of a cross-reference.</param>
public sealed record Mark(
    MarkKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ArticleId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? IssueId = null)
{
    /// <summary>The section of that issue, for a cross-reference that is exact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? SectionId { get; init; }

    /// <summary>Where a link leads: http(s).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Href { get; init; }

    /// <summary>The outlet a credit names, as the publication calls it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>The author a credit names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; init; }

    /// <summary>How a credit is worded: "selon", "rapporte".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wording { get; init; }

    /// <summary>What a quote rests on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Evidence? Evidence { get; init; }

    /// <summary>Who said what is quoted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }

    /// <summary>What the speaker is: "commissaire au Marché intérieur".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    /// <summary>A quote we translated: the words as they were said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Translation? Translation { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<MarkKind>))]
public enum MarkKind
{
    /// <summary>The words name the outlet; they link to its article.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,

    /// <summary>The words are somebody else's own.</summary>
    [JsonStringEnumMemberName("quote")]
    Quote,

    /// <summary>The words refer to an earlier issue.</summary>
    [JsonStringEnumMemberName("issue")]
    CrossReference,

    [JsonStringEnumMemberName("strong")]
    Strong,

    [JsonStringEnumMemberName("emphasis")]
    Emphasis,

    /// <summary>The words lead to an address that is no article of ours.</summary>
    [JsonStringEnumMemberName("link")]
    Link,
}

/// <summary>What a quote rests on. Place and hash are written by the program alone, when it has found the words.</summary>
/// <param name="Kind">How the article came to us, or that there is none.</param>
public sealed record Evidence(EvidenceKind Kind)
{
    /// <summary>Why there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Who clipped the article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClippedBy { get; init; }

    /// <summary>Where the passage begins in the article's text, in UTF-16 units; null while the words were not found there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Offset { get; init; }

    /// <summary>Length of the passage in the article's text, in UTF-16 units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }

    /// <summary>SHA-256 of the article's text when the quote was bound, hexadecimal: which revision it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hash { get; init; }

    /// <summary>The passage as the article had it: kept, whatever becomes of the article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Passage { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>No article: a reason is given.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>An article that a source brought.</summary>
    [JsonStringEnumMemberName("fetched")]
    Fetched,

    /// <summary>An article that an editor brought in by hand.</summary>
    [JsonStringEnumMemberName("clipped")]
    Clipped,
}

/// <summary>What a quote was translated from.</summary>
/// <param name="From">Primary language subtag.</param>
/// <param name="Original">The passage in that language: it is what must stand in the article.</param>
public sealed record Translation(string From, string Original);
