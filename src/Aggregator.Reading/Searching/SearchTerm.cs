namespace Aggregator.Reading.Searching;

/// <summary>One term as it is written.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="IsExcluded">A hyphen stands before it.</param>
/// <param name="Name">What stands before the colon of a filter; null for words.</param>
/// <param name="Text">The words, or the filter's value, without quotes.</param>
/// <param name="IsQuoted">It stood in quotes.</param>
/// <param name="IsOpen">The closing quote is missing.</param>
internal sealed record SearchTerm(int At, bool IsExcluded, string? Name, string Text, bool IsQuoted, bool IsOpen)
{
    /// <summary>The alternative: in capitals, as a word of its own.</summary>
    public bool IsOr => !IsExcluded && !IsQuoted && Name is null && Text is "OR" or "OU" or "|";

    /// <summary>Reads the term that begins at or after a place, and moves on behind it; null at the end.</summary>
    public static SearchTerm? Next(string text, ref int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))) at++;
        if (at == text.Length) return null;
        var start = at;
        var excluded = IsHyphen(text[at]) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
        if (excluded) at++;
        var name = NameAt(text, ref at);
        if (at < text.Length && ClosingOf(text[at]) is { } closing) return Quoted(text, ref at, start, excluded, name, closing);
        var from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !(at > from && ClosingOf(text[at]) is not null)) at++;
        return new(start, excluded, name, text[from..at], IsQuoted: false, IsOpen: false);
    }

    private static SearchTerm Quoted(string text, ref int at, int start, bool excluded, string? name, char closing)
    {
        var end = text.IndexOf(closing, at + 1);
        var inner = text[(at + 1)..(end < 0 ? text.Length : end)];
        at = end < 0 ? text.Length : end + 1;
        return new(start, excluded, name, inner.Trim(), IsQuoted: true, IsOpen: end < 0);
    }

    /// <summary>Letters before a colon without two slashes behind it: "https://…" is no filter.</summary>
    private static string? NameAt(string text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == at || end >= text.Length || text[end] != ':' || text.AsSpan(end + 1).StartsWith("//")) return null;
        var name = text[at..end];
        at = end + 1;
        return name;
    }

    private static char? ClosingOf(char opening) => opening switch { '"' => '"', '«' => '»', '“' => '”', '„' => '“', _ => null };

    private static bool IsHyphen(char c) => c is '-' or '−' or '–';
}
