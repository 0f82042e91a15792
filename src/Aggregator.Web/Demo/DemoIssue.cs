using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Web.Demo;

/// <summary>An issue of the demo's publication: three that were sent, and the draft of this week.</summary>
/// <param name="Publication">The name of the weekly.</param>
/// <param name="DaysAgo">When it was sent, in days before the start of the demo; null for the draft.</param>
/// <param name="Intro">What the reader finds in it, in two or three sentences.</param>
internal sealed record DemoIssue(
    string Publication, int Number, int? DaysAgo, string Title, string Intro, IReadOnlyList<DemoByline> Bylines, IReadOnlyList<DemoSection> Sections)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All of them, the earliest first; the last is the draft.</summary>
    public static IReadOnlyList<DemoIssue> All { get; } = [.. DemoResource.AllOf("issues").Select(Parse).OrderBy(issue => issue.Number)];

    [JsonIgnore]
    public bool IsDraft => DaysAgo is null;

    private static DemoIssue Parse(string file) =>
        JsonSerializer.Deserialize<DemoIssue>(file, Options) ?? throw new JsonException("An issue of the demo is the word null.");
}

/// <summary>Who wrote the issue, and as what.</summary>
internal sealed record DemoByline(string Name, string Role);

/// <summary>One subject of an issue.</summary>
/// <param name="Paragraphs">None in a section that has not been begun.</param>
/// <param name="Pad">Slugs of articles that an editor has put aside for it and not used yet.</param>
internal sealed record DemoSection(string Heading, IReadOnlyList<DemoParagraph> Paragraphs, IReadOnlyList<string> Pad);

/// <summary>One paragraph of a section.</summary>
/// <param name="Text">With French typography; it names the outlet of every credit, and holds every quote between « ».</param>
/// <param name="Credits">Slugs of the articles it rests on, in the order in which their outlets are named.</param>
/// <param name="Quotes">Its quotations.</param>
/// <param name="RefersTo">Number of an earlier issue that it refers to in the words "numéro 41"; null for none.</param>
internal sealed record DemoParagraph(string Text, IReadOnlyList<string> Credits, IReadOnlyList<DemoQuote> Quotes, int? RefersTo);

/// <summary>Words of somebody else.</summary>
/// <param name="Text">Stands character by character in the paragraph and in the article.</param>
/// <param name="Slug">The article, which is also among the credits.</param>
internal sealed record DemoQuote(string Text, string Slug);
