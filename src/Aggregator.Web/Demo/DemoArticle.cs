using System.Globalization;

namespace Aggregator.Web.Demo;

/// <summary>One text of the demo's own web: an article, or what a link log says about one. All of it is invented.</summary>
/// <param name="Outlet">Key of the <see cref="DemoOutlet"/> that publishes it.</param>
/// <param name="Slug">Its name, unique among all outlets; the end of its address.</param>
/// <param name="Age">How long before the start of the demo it was published; more than nothing, at most 28 days.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Tags">At least one; of a newspaper's article the first is its section.</param>
/// <param name="Story">The event it tells, the same for all outlets; null for a find.</param>
/// <param name="CopyOf">Slug of the text it repeats, word by word or nearly so; null for a text of its own.</param>
/// <param name="Link">What an entry of a link log is about: the slug of an article, or an address; null elsewhere.</param>
/// <param name="Paragraphs">The outlet's own words.</param>
/// <param name="Quoted">Passages that a link log takes out of what it links to.</param>
internal sealed record DemoArticle(
    string Outlet,
    string Slug,
    TimeSpan Age,
    string Language,
    string Title,
    string Author,
    IReadOnlyList<string> Tags,
    string? Story,
    string? CopyOf,
    string? Link,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<string> Quoted)
{
    private const string Fence = "---\n", QuoteMark = "> ";

    /// <summary>Every article, in the order of the slugs.</summary>
    public static IReadOnlyList<DemoArticle> All { get; } = [.. DemoResource.AllOf("articles").Select(Parse)];

    /// <summary>All words of it, a blank line between paragraphs.</summary>
    public string Text => string.Join("\n\n", [.. Paragraphs, .. Quoted]);

    /// <summary>Reads a file: lines of <c>name: value</c> between fences, then paragraphs; those that begin with <c>&gt; </c> are quoted.</summary>
    internal static DemoArticle Parse(string file)
    {
        var end = file.IndexOf(Fence, Fence.Length, StringComparison.Ordinal);
        var head = file[Fence.Length..end].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var body = file[(end + Fence.Length)..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToLookup(paragraph => paragraph.StartsWith(QuoteMark, StringComparison.Ordinal));
        return new(
            head["outlet"],
            head["slug"],
            TimeSpan.ParseExact(head["age"], @"d\.hh\:mm", CultureInfo.InvariantCulture),
            head["language"],
            head["title"],
            head["author"],
            head["tags"].Split(", "),
            head.GetValueOrDefault("story"),
            head.GetValueOrDefault("copyOf"),
            head.GetValueOrDefault("link"),
            [.. body[false]],
            [.. body[true].Select(paragraph => paragraph[QuoteMark.Length..])]);
    }
}
