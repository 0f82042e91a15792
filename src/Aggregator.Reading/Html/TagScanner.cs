
namespace Aggregator.Reading.Html;

/// <summary>Finds the end of a tag as the HTML tokeniser does (HTML Standard, 13.2.5.32 on), where its attributes are written without tricks.</summary>
internal static class TagScanner
{
    private const string Space = " \t\n\r\f";

    /// <summary>The length of the name at the start of the text.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        return length;
    }

    /// <summary>The length of a comment that begins with the text and ends without tricks, or -1.</summary>
    public static int CommentLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("<!--") || text[4..].StartsWith(">") || text[4..].StartsWith("->")) return -1;
        var end = text[4..].IndexOf("-->");
        // "--!>" ends a comment too.
        return end < 0 || text.Slice(4, end).Contains("--!>", StringComparison.Ordinal) ? -1 : end + 7;
    }

    /// <summary>How far it is from the end of a tag's name to behind its "&gt;", or -1 when something is odd.</summary>
    public static int RestLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '>') return at + 1;
            if (Space.Contains(text[at]) || text[at] == '/') at++;
            else if (at == 0 || Attribute(text[at..]) is not (> 0 and var length)) return -1;
            else at += length;
        }

        return -1;
    }

    private static int Attribute(ReadOnlySpan<char> text)
    {
        var name = text.IndexOfAny(" \t\n\r\f/>=");
        if (name <= 0 || text[..name].IndexOfAny("\"'<") >= 0) return -1;
        var at = SkipSpace(text, name);
        if (at >= text.Length || text[at] != '=') return name;
        at = SkipSpace(text, at + 1);
        return at >= text.Length ? -1 : text[at] is '"' or '\'' ? Quoted(text, at) : Bare(text, at);
    }

    private static int Quoted(ReadOnlySpan<char> text, int at) => text[(at + 1)..].IndexOf(text[at]) is >= 0 and var end ? at + end + 2 : -1;

    private static int Bare(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(" \t\n\r\f>");
        return length <= 0 || text.Slice(at, length).IndexOfAny("\"'<=`") >= 0 ? -1 : at + length;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Space.Contains(text[at])) at++;
        return at;
    }
}
