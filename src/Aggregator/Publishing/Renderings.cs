using Aggregator.Curation.Issues;

namespace Aggregator.Publishing;

/// <summary>A form an issue can be had in.</summary>
/// <param name="Name">As the API and the command line call it.</param>
/// <param name="Type">Media type of the text, which is UTF-8.</param>
/// <param name="Write">Makes it. Pure.</param>
/// <param name="Frozen">Where a rendition keeps it as it was approved; null: it is always made of the issue as it is now.</param>
public sealed record Rendering(string Name, string Type, Func<Edition, string> Write, Func<Rendition, string>? Frozen = null)
{
    /// <summary>As it was approved; of what was not, as it would be now.</summary>
    public string Of(Edition edition, Rendition? rendition) => Frozen is not null && rendition is not null ? Frozen(rendition) : Write(edition);
}

/// <summary>Every form an issue can be had in.</summary>
public static class Renderings
{
    public static IReadOnlyList<Rendering> All { get; } = [PageForm.Rendering, MailForm.Rendering, TextForm.Rendering, MarkdownForm.Rendering, JsonForm.Rendering];

    public static string Names { get; } = string.Join(", ", All.Select(form => form.Name));

    /// <returns>Null for a name that is none.</returns>
    public static Rendering? Find(string name) => All.FirstOrDefault(form => form.Name == name);
}
