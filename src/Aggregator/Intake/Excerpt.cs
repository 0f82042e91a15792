namespace Aggregator.Intake;

/// <summary>The beginning of a text, for lists.</summary>
internal static class Excerpt
{
    private const int Usual = 280;

    /// <returns>At most <paramref name="most"/> characters, cut between words; null for an empty text.</returns>
    public static string? Of(string? text, int most = Usual)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = string.Join(' ', text.Split((char[]?)null, 120, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most) return line;
        var cut = line.LastIndexOf(' ', most - 1);
        var end = cut > most / 2 ? cut : most - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end].TrimEnd(' ', ',', ';', ':', '.', '–', '-') + "…";
    }

    /// <summary>Words, counted as runs between white space.</summary>
    public static int Words(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank && !inside) words++;
            inside = !blank;
        }

        return words;
    }
}
