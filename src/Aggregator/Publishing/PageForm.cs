using System.Globalization;
using System.Text;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Publishing;

/// <summary>An issue as the article of its page in the archive.</summary>
public static class PageForm
{
    public static Rendering Rendering { get; } = new("html", "text/html", Write, rendition => rendition.Page);

    public static string Write(Edition edition)
    {
        var html = new StringBuilder("<article class=\"issue\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1 class=\"visually-hidden\"{BlockMarkup.Direction}>{Html.Of(edition.Title)}</h1>\n");
        foreach (var paragraph in edition.Intro) html.Append($"<p class=\"intro\"{BlockMarkup.Direction}>").Append(Html.Of(paragraph)).Append("</p>\n");
        if (edition.Bylines.Count > 0)
            html.Append("<div class=\"bylines\">").AppendJoin("", edition.Bylines.Select(byline => $"<p{BlockMarkup.Direction}><b>{Html.Of(byline.Name)}</b>{Role(byline)}</p>")).Append("</div>\n");
        Contents(html, edition);
        for (var i = 0; i < edition.Sections.Count; i++) Section(html, edition, i);
        foreach (var paragraph in edition.Closing) html.Append($"<p class=\"closing\"{BlockMarkup.Direction}>").Append(Html.Of(paragraph)).Append("</p>\n");
        Corrections(html, edition);
        return html.Append("</article>\n").ToString();
    }

    private static void Contents(StringBuilder html, Edition edition)
    {
        html.Append("<nav class=\"contents\" aria-labelledby=\"contents-h\"><h2 id=\"contents-h\">").Append(Html.Of(edition.Words.InThisIssue)).Append("</h2>\n<ol>");
        for (var i = 0; i < edition.Sections.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#s{i + 1}\"><span class=\"n\">{i + 1}</span><span{BlockMarkup.Direction}>{Html.Of(edition.Sections[i].Title)}</span><span class=\"figures\">{edition.Words.Sources(edition.Sections[i].Reading.Select(article => article.Outlet).Distinct(StringComparer.Ordinal).Count())}</span></a></li>");
        html.Append("</ol></nav>\n");
    }

    private static void Section(StringBuilder html, Edition edition, int index)
    {
        var section = edition.Sections[index];
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"s{index + 1}\">\n<h2{BlockMarkup.Direction}>{Html.Of(section.Title)}</h2>\n");
        foreach (var block in section.Blocks) html.Append(BlockMarkup.Of(block, Span)).Append('\n');
        if (section.SignOff.Count > 0) html.Append($"<p class=\"sign-off\"{BlockMarkup.Direction}>").AppendJoin("", section.SignOff.Select(Span)).Append("</p>\n");
        if (section.Reading.Count > 0)
            html.Append("<div class=\"read\"><h3>").Append(Html.Of(edition.Words.Read)).Append(" </h3><ul>").AppendJoin("", section.Reading.Select(Cited)).Append("</ul></div>\n");
        html.Append("</section>\n");
    }

    private static void Corrections(StringBuilder html, Edition edition)
    {
        foreach (var correction in edition.Corrections)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"correction\"{BlockMarkup.Direction}><b>{Html.Of(edition.Words.Correction(correction.Cause))}, {Html.Of(edition.Words.ShortDate(correction.At))}{edition.Words.Colon}</b> {Html.Of(correction.Note)}</p>\n");
    }

    private static string Role(Byline byline) => byline.Role is null && byline.Division is null ? ""
        : $"<span>{Html.Of(string.Join(", ", new[] { byline.Role, byline.Division }.OfType<string>()))}</span>";

    private static string Span(EditionSpan span) => BlockMarkup.Stressed(span, WebLink.Of(span.Href) is not { } href ? Html.Of(span.Text)
        : $"<a{(span.IsCredit ? " class=\"credit\"" : "")} href=\"{Html.Of(href)}\" rel=\"noreferrer\">{Html.Of(span.Text)}</a>");

    private static string Cited(CitedArticle article)
    {
        var language = article.Language is null ? "" : $" lang=\"{Html.Of(article.Language)}\"";
        var title = WebLink.Of(article.Url) is { } href ? $"<a href=\"{Html.Of(href)}\" rel=\"noreferrer\"{language}{BlockMarkup.Direction}>{Html.Of(article.Title)}</a>" : $"<span{language}{BlockMarkup.Direction}>{Html.Of(article.Title)}</span>";
        return $"<li{BlockMarkup.Direction}>{title}, <span{BlockMarkup.Direction}>{Html.Of(article.Outlet)}</span></li>";
    }
}
