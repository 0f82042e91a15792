using System.Text;

namespace Aggregator.Publishing;

/// <summary>An issue as Markdown (CommonMark), for people who take it elsewhere.</summary>
public static class MarkdownForm
{
    private const string Meaningful = "\\`*_[]<>#";

    public static string Write(Edition edition)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Of(edition.Title)).Append("\n\n");
        foreach (var paragraph in edition.Intro) text.Append(Of(paragraph)).Append("\n\n");
        if (edition.Bylines.Count > 0) text.Append('*').Append(Of(string.Join(", ", edition.Bylines))).Append("*\n\n");
        foreach (var section in edition.Sections)
        {
            text.Append("## ").Append(Of(section.Title)).Append("\n\n");
            foreach (var block in section.Blocks)
                text.Append(block.IsQuote ? "> " : "").AppendJoin("", block.Spans.Select(Span)).Append("\n\n");
            foreach (var article in section.Reading) text.Append("- [").Append(Of(article.Title)).Append("](").Append(article.Url).Append("), ").Append(Of(article.Outlet)).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Span(EditionSpan span) => span.Href is null ? Of(span.Text) : $"[{Of(span.Text)}]({span.Href})";

    private static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text) escaped.Append(Meaningful.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return escaped.ToString();
    }
}
