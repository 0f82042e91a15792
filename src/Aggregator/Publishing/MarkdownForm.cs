using System.Text;

namespace Aggregator.Publishing;

/// <summary>An issue as Markdown (CommonMark), for people who take it elsewhere.</summary>
public static class MarkdownForm
{
    public static Rendering Rendering { get; } = new("markdown", "text/markdown", Write);

    private const string Meaningful = "\\`*_[]<>#&|~";

    public static string Write(Edition edition)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Of(edition.Title)).Append("\n\n");
        foreach (var paragraph in edition.Intro) text.Append(Line(Of(paragraph))).Append("\n\n");
        if (edition.Bylines.Count > 0) text.Append('*').Append(Of(string.Join("; ", edition.Bylines.Select(byline => byline.Line)))).Append("*\n\n");
        foreach (var section in edition.Sections)
        {
            text.Append("## ").Append(Of(section.Title)).Append("\n\n");
            foreach (var block in section.Blocks)
                text.Append(Block(block)).Append("\n\n");
            if (section.SignOff.Count > 0) text.Append(Line(Spans(section.SignOff))).Append("\n\n");
            foreach (var article in section.Reading) text.Append("- ").Append(Link(article.Title, article.Url)).Append(", ").Append(Of(article.Outlet)).Append('\n');
            text.Append('\n');
        }

        foreach (var paragraph in edition.Closing) text.Append(Line(Of(paragraph))).Append("\n\n");
        foreach (var correction in edition.Corrections)
            text.Append("**").Append(Of($"{edition.Words.Correction(correction.Cause)}, {edition.Words.ShortDate(correction.At)}{edition.Words.Colon}")).Append("** ").Append(Of(correction.Note)).Append("\n\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Block(EditionBlock block) =>
        block.Image is { } image ? WebLink.Of(image.Url) is null ? "" : $"!{Link(image.Alt, image.Url)}{(image.Caption.Length + image.Credit.Length > 0 ? $"\n\n*{Of($"{image.Caption} {image.Credit}".Trim())}*" : "")}"
        : block.Items is { } items ? string.Join('\n', items.Select((item, at) => (block.IsNumbered ? $"{at + 1}. " : "- ") + Line(Spans(item))))
        : (block.IsQuote ? "> " : "") + Line(Spans(block.Spans));

    private static string Spans(IEnumerable<EditionSpan> spans) => string.Concat(spans.Select(span =>
    {
        var words = Link(span.Text, span.Href);
        if (span.IsEmphasis) words = $"*{words}*";
        return span.IsStrong ? $"**{words}**" : words;
    }));

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
