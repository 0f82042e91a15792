using System.Text;

namespace Aggregator.Publishing;

/// <summary>An issue as Markdown (CommonMark), for people who take it elsewhere.</summary>
public static class MarkdownForm
{
    private const string Meaningful = "\\`*_[]<>#&|~";

    public static string Write(Edition edition)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Of(edition.Title)).Append("\n\n");
        foreach (var paragraph in edition.Intro) text.Append(Line(Of(paragraph))).Append("\n\n");
        if (edition.Bylines.Count > 0) text.Append('*').Append(Of(string.Join(", ", edition.Bylines))).Append("*\n\n");
        foreach (var section in edition.Sections)
        {
            text.Append("## ").Append(Of(section.Title)).Append("\n\n");
            foreach (var block in section.Blocks)
                text.Append(block.IsQuote ? "> " : "").Append(Line(string.Concat(block.Spans.Select(span => Link(span.Text, span.Href))))).Append("\n\n");
            foreach (var article in section.Reading) text.Append("- ").Append(Link(article.Title, article.Url)).Append(", ").Append(Of(article.Outlet)).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Link(string words, string? address) => WebLink.Of(address) is not { } href ? Of(words)
        : $"[{Of(words)}]({href.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)})";

    /// <summary>What would begin a list, a rule or a heading at the start of a line.</summary>
    private static string Line(string text)
    {
        var start = text.TrimStart();
        var digits = start.TakeWhile(char.IsAsciiDigit).Count();
        if (start.Length > 0 && start[0] is ('-' or '+' or '=')) return "\\" + start;
        return digits > 0 && digits < start.Length && start[digits] is ('.' or ')') ? $"{start[..digits]}\\{start[digits..]}" : start;
    }

    /// <summary>One line of text: white space is one space, signs with a meaning are escaped.</summary>
    private static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Meaningful.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }

        return escaped.ToString();
    }
}
