namespace Aggregator.Reading.Stories;

/// <summary>The language in which a text's story is looked for.</summary>
internal static class StoryLanguage
{
    /// <summary>The primary subtag in small letters: "fr" of "FR-ca" and "fr_CA"; empty when none is known.</summary>
    public static string Of(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() ?? "";
}
