namespace Aggregator.Reading.Stories;

/// <summary>The beginning of a text in whole sentences.</summary>
internal static class LeadText
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '…'];

    /// <summary>Sentences up to <paramref name="most"/> characters; if the first is longer, its whole words and an ellipsis.</summary>
    public static string Of(string text, string title, int most)
    {
        var body = text.AsSpan().Trim();
        if (title.Trim() is { Length: > 0 } repeated && body.StartsWith(repeated, StringComparison.Ordinal)) body = body[repeated.Length..];
        var line = OneLine(body, most);
        if (line.Length <= most) return line;
        var end = SentenceEnd(line, most);
        return end > 0 ? line[..end] : WholeWords(line, most);
    }

    /// <summary>White space collapsed; no more of the text than it takes to see that it is too long.</summary>
    private static string OneLine(ReadOnlySpan<char> body, int most) =>
        string.Join(' ', body[..Math.Min(body.Length, most * 4)].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int SentenceEnd(string line, int most)
    {
        for (var end = most; end > most / 4; end--)
        {
            if (line[end] == ' ' && SentenceEnds.Contains(line[end - 1])) return end;
        }

        return 0;
    }

    private static string WholeWords(string line, int most)
    {
        var end = line.LastIndexOf(' ', most - 1);
        if (end <= 0) end = most - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end].TrimEnd(',', ';', ':', ' ') + '…';
    }
}
