namespace Aggregator.Storage;

/// <summary>Text that PostgreSQL takes: what it cannot hold becomes U+FFFD. Nearly every text is returned as it is.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (!IsSound(text, at)) return Repaired(text);
        return text;
    }

    private static string Repaired(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var at = 0; at < source.Length; at++) target[at] = IsSound(source, at) ? source[at] : '\uFFFD';
    });

    private static bool IsSound(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) ? at > 0 && char.IsHighSurrogate(text[at - 1])
        : text[at] != '\0';
}
