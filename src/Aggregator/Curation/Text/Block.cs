using System.Text.Json.Serialization;

namespace Aggregator.Curation.Text;

/// <summary>A part of a section: words made of spans, a list of such, or an image. Text only: nothing in it is ever markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Spans">Its words, in order; of a list and an image none.</param>
public sealed record Block(BlockKind Kind, IReadOnlyList<Span>? Spans = null)
{
    /// <summary>Its words, in order; empty for a list and an image.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = Spans ?? [];

    /// <summary>The items of a list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<Span>>? Items { get; init; }

    /// <summary>Whether the items are numbered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNumbered { get; init; }

    /// <summary>The image of an image block.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BlockImage? Image { get; init; }

    /// <summary>Runs of words that belong together: the block's own, or one for each item.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<Span>> Lines => Items ?? (Spans.Count == 0 ? [] : [Spans]);

    /// <summary>Its spans, in order, whatever they stand in.</summary>
    [JsonIgnore]
    public IEnumerable<Span> AllSpans => Lines.SelectMany(line => line);

    /// <summary>Its words without marks; the items of a list stand on lines of their own.</summary>
    [JsonIgnore]
    public string Text => string.Join('\n', Lines.Select(line => string.Concat(line.Select(span => span.Text))));

    /// <summary>Articles its credits and quotes are bound to.</summary>
    [JsonIgnore]
    public IEnumerable<int> Articles => AllSpans.SelectMany(span => span.Marks).Select(mark => mark.ArticleId).OfType<int>().Distinct();

    /// <summary>The same block with other marks.</summary>
    /// <param name="change">A mark and where its words begin in <see cref="Text"/>.</param>
    public Block Map(Func<Mark, int, Mark> change)
    {
        var at = 0;
        var lines = Lines.Select(line =>
        {
            var spans = line.Select(span =>
            {
                var start = at;
                at += span.Text.Length;
                return span.Marks.Count == 0 ? span : span with { Marks = [.. span.Marks.Select(mark => change(mark, start))] };
            }).ToList();
            at++;
            return (IReadOnlyList<Span>)spans;
        }).ToList();
        return Items is not null ? this with { Items = lines } : lines.Count == 0 ? this : this with { Spans = lines[0] };
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<BlockKind>))]
public enum BlockKind
{
    [JsonStringEnumMemberName("paragraph")]
    Paragraph,

    /// <summary>A quote that stands alone.</summary>
    [JsonStringEnumMemberName("quote")]
    Quote,

    [JsonStringEnumMemberName("list")]
    List,

    [JsonStringEnumMemberName("image")]
    Image,
}

/// <summary>An image that an editor put there by hand: never one taken from a page by itself.</summary>
/// <param name="Url">http(s) address.</param>
/// <param name="Alt">What it shows, for those who do not see it; empty only when it is decorative.</param>
/// <param name="IsDecorative">It says nothing that the text does not.</param>
/// <param name="Caption">Words below it.</param>
/// <param name="Credit">Whose it is.</param>
/// <param name="Rights">On what ground it may be shown: a licence, an agreement, our own.</param>
public sealed record BlockImage(string Url, string Alt = "", bool IsDecorative = false, string Caption = "", string Credit = "", string Rights = "");

/// <summary>Words with their marks.</summary>
[method: JsonConstructor]
public sealed record Span(string Text)
{
    public Span(string text, Mark? mark)
        : this(text) => Marks = mark is null ? [] : [mark];

    /// <summary>What the words are bound to and how they look; several may lie on the same words.</summary>
    public IReadOnlyList<Mark> Marks { get; init => field = value ?? []; } = [];

    /// <summary>One mark alone, as a shorter way to write it; it is given back among <see cref="Marks"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonInclude]
    internal Mark? Mark { get => null; init => Marks = value is null ? Marks : [value]; }

    /// <summary>The mark of a kind, or null.</summary>
    public Mark? Of(MarkKind kind) => Marks.FirstOrDefault(mark => mark.Kind == kind);

    public bool Equals(Span? other) => other is not null && Text == other.Text && Marks.SequenceEqual(other.Marks);

    public override int GetHashCode() => HashCode.Combine(Text, Marks.Count);
}
