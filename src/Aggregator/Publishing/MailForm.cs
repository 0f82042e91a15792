using System.Globalization;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Publishing;

/// <summary>
/// An issue as the html part of the mail: one column of 600 px that gives way to 320, styles inline because many mail programs drop
/// style sheets, no picture, readable as it stands in light and dark.
/// </summary>
public static class MailForm
{
    public static Rendering Rendering { get; } = new("email", "text/html", Write, rendition => rendition.Html);

    private const string Serif = "font-family:Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif";
    private const string Sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Table = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
    private const string Small = $"{Sans};font-size:13px;line-height:20px;color:#62645c";

    /// <summary>An address or a hashtag wider than a phone is parted: in a table it would else push the whole column off the screen.</summary>
    private const string Parted = "word-break:break-word;overflow-wrap:anywhere";

    private const string Body = $"margin:0 0 16px;{Serif};font-size:18px;line-height:28px;color:#181916";

    private const string Head =
        """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (max-width: 619px) { .pad { padding-left: 20px !important; padding-right: 20px !important; } .name { font-size: 38px !important; line-height: 42px !important; } }
        @media (prefers-color-scheme: dark) { .paper { background: #151614 !important; } .ink { color: #ebeae4 !important; } .soft { color: #9c9d94 !important; } .accent { color: #7fcfb6 !important; } .rule { border-color: #8d8e86 !important; } .bar { border-color: #7fcfb6 !important; } }
        </style>
        """;

    public static string Write(Edition edition)
    {
        var words = edition.Words;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Of(edition.Language)}\">\n<head>\n{Head}\n<title>{Of(edition.Subject)}</title>\n</head>\n");
        html.Append("<body class=\"paper\" style=\"margin:0;padding:0;background:#fdfdfb\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"display:none;max-height:0;overflow:hidden\">{Of(edition.Intro.FirstOrDefault() ?? edition.Title)}</div>\n");
        html.Append($"{Table} class=\"paper\" style=\"background:#fdfdfb\"><tr><td align=\"center\" style=\"{Parted}\">\n{Table} style=\"max-width:600px\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"pad\" align=\"center\" style=\"padding:32px 32px 14px\"><h1{BlockMarkup.Direction} class=\"name ink\" style=\"margin:0;{Serif};font-size:50px;line-height:54px;letter-spacing:-2px;color:#181916\">{Of(edition.Publication)}</h1></td></tr>\n");
        html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"pad\" style=\"padding:0 32px\"><p class=\"rule soft\" style=\"margin:0;padding:8px 0;border-top:1px solid #181916;border-bottom:3px double #181916;{Small}\">{Of(words.Issue)} {edition.Number}, {Of(words.Date(edition.Date))} &middot; {Link(edition.WebUrl, words.ReadOnWeb)}</p></td></tr>\n");
        Opening(html, edition);
        foreach (var section in edition.Sections) Section(html, edition, section);
        Closing(html, edition);
        html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"pad\" style=\"padding:0 32px 40px\"><p class=\"rule\" style=\"margin:8px 0 16px;padding:20px 0 0;border-top:3px double #181916;{Serif};font-size:18px;line-height:26px\">{Link(edition.WebUrl, words.ReadIssueOnWeb)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\" style=\"margin:0;{Small}\">{Of(words.WhyYou)} {Anchor(TextForm.UnsubscribePlace, words.Unsubscribe)}<br>{Of(edition.SenderName)}</p></td></tr>\n");
        return html.Append("</table>\n</td></tr></table>\n</body>\n</html>\n").ToString();
    }

    private static void Opening(StringBuilder html, Edition edition)
    {
        html.Append("<tr><td class=\"pad\" style=\"padding:24px 32px 10px\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<h2{BlockMarkup.Direction} class=\"ink\" style=\"margin:0 0 14px;{Serif};font-size:30px;line-height:35px;color:#181916\">{Of(edition.Title)}</h2>\n");
        foreach (var paragraph in edition.Intro)
            html.Append(CultureInfo.InvariantCulture, $"<p{BlockMarkup.Direction} class=\"ink\" style=\"margin:0 0 14px;{Serif};font-size:20px;line-height:29px;color:#181916\">{Of(paragraph)}</p>\n");
        if (edition.Bylines.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p{BlockMarkup.Direction} class=\"soft\" style=\"margin:0 0 18px;{Small}\">{Of(string.Join("; ", edition.Bylines.Select(byline => byline.Line)))}</p>\n");
        html.Append("</td></tr>\n");
    }

    private static void Section(StringBuilder html, Edition edition, EditionSection section)
    {
        html.Append("<tr><td class=\"pad\" style=\"padding:0 32px\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<h2{BlockMarkup.Direction} class=\"ink rule\" style=\"margin:0 0 14px;padding:22px 0 0;border-top:1px solid #181916;{Serif};font-size:26px;line-height:31px;color:#181916\">{Of(section.Title)}</h2>\n");
        foreach (var block in section.Blocks)
            html.Append(BlockMarkup.Of(block, Span, $" class=\"ink\" style=\"{Body}\"", Bar(block), " style=\"max-width:100%;height:auto\"")).Append('\n');
        if (section.SignOff.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p{BlockMarkup.Direction} class=\"ink\" style=\"{Body}\">").AppendJoin("", section.SignOff.Select(Span)).Append("</p>\n");
        if (section.Reading.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\" style=\"margin:0 0 20px;{Small}\">{Of(edition.Words.Read)} ").AppendJoin("; ", section.Reading.Select(article => $"<span{BlockMarkup.Direction}>{Link(article.Url, article.Title)}</span>, <span{BlockMarkup.Direction}>{Of(article.Outlet)}</span>")).Append("</p>\n");
        html.Append("</td></tr>\n");
    }

    /// <summary>A quote that stands alone has a bar where its lines begin; mail programs know no "start" of a line.</summary>
    private static string Bar(EditionBlock block) => $" class=\"ink bar\" style=\"{Body};{(TextDirection.IsRightToLeft(block.Text) ? "border-right:3px solid #0b6150;padding:2px 16px 2px 0" : "border-left:3px solid #0b6150;padding:2px 0 2px 16px")}\"";

    private static void Closing(StringBuilder html, Edition edition)
    {
        var corrections = edition.Corrections.Select(correction => $"{edition.Words.Correction(correction.Cause)}, {edition.Words.ShortDate(correction.At)}{edition.Words.Colon} {correction.Note}");
        foreach (var paragraph in edition.Closing.Concat(corrections))
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"pad\" style=\"padding:0 32px\"><p{BlockMarkup.Direction} class=\"ink\" style=\"{Body}\">{Of(paragraph)}</p></td></tr>\n");
    }

    private static string Span(EditionSpan span) => BlockMarkup.Stressed(span, span.Href is null ? Of(span.Text) : Link(span.Href, span.Text, span.IsCredit));

    private static string Link(string address, string words, bool isBold = false) =>
        WebLink.Of(address) is { } href ? Anchor(href, words, isBold) : Of(words);

    private static string Anchor(string href, string words, bool isBold = false) =>
        $"<a class=\"accent\" href=\"{Of(href)}\" style=\"color:#0b6150;{(isBold ? "font-weight:bold;" : "")}text-decoration:underline\">{Of(words)}</a>";

    private static string Of(string text) => Publishing.Html.Of(text);
}
