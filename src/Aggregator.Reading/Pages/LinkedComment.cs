using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages;

/// <summary>
/// A curator's comment as text in which links stay links, in the way of Markdown: "voir [ce dossier](https://autre.example/1) aussi".
/// </summary>
public static partial class LinkedComment
{
    /// <summary>The comment of a link log's entry; null when there is none.</summary>
    public static string? Of(PageEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Comment is null || !entry.CommentHtml.Contains("<a ", StringComparison.Ordinal)) return entry.Comment;
        if (SafeHtml.ParseFragment(entry.CommentHtml, null) is not { Readable: true, Document.Body: { } body }) return entry.Comment;
        var text = new StringBuilder();
        foreach (var block in body.ChildNodes)
        {
            if (text.Length > 0) text.Append("\n\n");
            Append(text, block);
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    /// <summary>The comment as HTML: all text escaped, links as links that tell nothing to third parties.</summary>
    public static string ToHtml(string comment)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Link().Matches(comment))
        {
            MarkupText.Append(html, comment.AsSpan(at, link.Index - at), quoted: false);
            html.Append("<a rel=\"noopener nofollow\" href=\"");
            MarkupText.Append(html, link.Groups["url"].ValueSpan, quoted: true);
            html.Append("\">");
            MarkupText.Append(html, link.Groups["words"].ValueSpan, quoted: false);
            html.Append("</a>");
            at = link.Index + link.Length;
        }

        MarkupText.Append(html, comment.AsSpan(at), quoted: false);
        return html.ToString();
    }

    private static void Append(StringBuilder text, INode node)
    {
        if (node is IText words) text.Append(words.Data);
        else if (node is IElement { LocalName: "a" } link && IsPlain(link)) text.Append('[').Append(link.TextContent.Trim()).Append("](")
            .Append(link.GetAttribute("href")).Append(')');
        else foreach (var child in node.ChildNodes) Append(text, child);
    }

    // What the form cannot hold stays its words.
    private static bool IsPlain(IElement link) =>
        link.GetAttribute("href") is { } url && url.StartsWith("http", StringComparison.Ordinal) && url.AsSpan().IndexOfAny(" ()") < 0
            && link.TextContent.AsSpan().Trim() is { Length: > 0 } words && words.IndexOfAny("[]\n") < 0;

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]{1,300})\]\((?<url>https?://[^()\s]{1,2000})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[ \t]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
