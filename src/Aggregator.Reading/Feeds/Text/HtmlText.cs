using System.Buffers;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>Between HTML and plain text, for short texts such as titles.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\t\f\v");

    /// <summary>Plain text as HTML.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special)) return text;
        var html = new PooledText();
        html.AppendEscaped(text);
        return html.TakeTrimmed();
    }

    /// <summary>Where the next character is that HTML must have escaped, in texts and in quoted values; -1 when there is none.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<char> text) => text.IndexOfAny(Special);

    /// <summary>True when a text whose kind is not said is meant as HTML: it holds a tag or a reference.</summary>
    public static bool IsLikelyHtml(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('<', '&'); at >= 0; at = text.IndexOfAny('<', '&'))
        {
            text = text[at..];
            if (text[0] == '<' ? TagLength(text) > 0 : IsReference(text)) return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>
    /// The text of HTML: tags and comments dropped, references resolved. Where a block or a line breaks, a space stands; what only looks
    /// like a tag, such as "&lt;Zoé&gt;", is text.
    /// </summary>
    /// <param name="isWritten">True for HTML that was written from elements: all that looks like a tag is one.</param>
    public static string WithoutMarkup(string html, bool isWritten = false)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html;
        var rest = html.AsSpan();
        var buffer = ArrayPool<char>.Shared.Rent(rest.Length + 1);
        var written = 0;
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            var length = TagLength(rest[at..], isWritten);
            var kept = length > 0 ? at : at + 1;
            rest[..kept].CopyTo(buffer.AsSpan(written));
            written += kept;
            // A tag is longer than the space that it leaves.
            if (length > 0 && HtmlElements.IsBlock(TagName(rest[at..]))) buffer[written++] = ' ';
            rest = rest[(at + Math.Max(length, 1))..];
        }

        rest.CopyTo(buffer.AsSpan(written));
        var text = new string(buffer, 0, written + rest.Length);
        ArrayPool<char>.Shared.Return(buffer);
        return HtmlReferences.Decode(text);
    }

    /// <summary>Without line breaks, tabs, doubled or outer spaces.</summary>
    public static string OnOneLine(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.AsSpan().ContainsAny(Breaks) && !trimmed.Contains("  ", StringComparison.Ordinal)) return trimmed;
        return string.Join(' ', trimmed.Split([' ', '\n', '\r', '\t', '\f', '\v'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The length of the tag or comment at the start of the text, or 0 when its "&lt;" is only a character.</summary>
    private static int TagLength(ReadOnlySpan<char> text, bool isWritten = false)
    {
        if (text.StartsWith("<!--")) return text.IndexOf("-->") is var close and > 0 ? close + 3 : 0;
        var name = TagName(text);
        if (name.IsEmpty || !(isWritten || HtmlElements.IsKnown(name))) return 0;
        var next = text[1..].IndexOfAny('<', '>');
        return next >= 0 && text[next + 1] == '>' ? next + 2 : 0;
    }

    /// <summary>The name in the tag at the start of the text, or empty.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        var name = text.Length > 1 && text[1] == '/' ? text[2..] : text[1..];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return [];
        var end = name.IndexOfAny(NameEnds);
        return end < 0 ? [] : name[..end];
    }

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 12)].IndexOf(';');
        if (end < 3) return false;
        foreach (var c in text[(text[1] == '#' ? 2 : 1)..end])
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return true;
    }
}
