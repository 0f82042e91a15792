namespace Aggregator.Reading.Html;

/// <summary>Text that every encoder takes: no lone surrogates, no NUL, line ends as U+000A.</summary>
internal static class WellFormedText
{
    public static string Of(string text)
    {
        if (!NeedsWork(text)) return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = At(source, i);
        });
    }

    private static char At(string text, int i) => text[i] switch
    {
        '\0' => '\uFFFD',
        '\r' => '\n',
        var c when char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) => '\uFFFD',
        var c when char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1])) => '\uFFFD',
        var c => c,
    };

    private static bool NeedsWork(string text)
    {
        foreach (var c in text)
            if (c is '\0' or '\r' || char.IsSurrogate(c)) return true;
        return false;
    }
}
