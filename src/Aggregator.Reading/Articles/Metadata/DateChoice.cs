using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds when an article was published and changed.</summary>
internal static partial class DateChoice
{
    /// <summary>
    /// The publisher's statement to machines, unless a line beside the headline gives an earlier day: publishing systems write the day
    /// of a revision or of a move into the first. A page that knows only the day of its last change is dated by that.
    /// </summary>
    public static DateTimeOffset? Published(PageFacts facts, PageBox page, string? title)
    {
        var stated = OnLocalDay(Stated(facts), InAddress(facts.Address));
        var beside = DateLine.Beside(title, page);
        if (stated is not null && beside is not null) return beside < stated.Value.AddDays(-1.5) ? beside : stated;
        return stated ?? beside ?? Announced(page) ?? Shown(facts, null) ?? facts.InScripts(ScriptDate.Of) ?? Modified(facts) ?? DateLine.Anywhere(page);
    }

    // Blogs state the instant in UTC and put the day of their own clock into the address. The instant stays, told in the nearest zone
    // in which it fell on that day.
    private static DateTimeOffset? OnLocalDay(DateTimeOffset? stated, DateTimeOffset? day)
    {
        if (stated is not { } time || day is not { } local || time.Offset != TimeSpan.Zero || time.TimeOfDay == TimeSpan.Zero) return stated;
        var hours = (local.Date - time.Date).Days switch
        {
            -1 => -(int)Math.Floor(time.TimeOfDay.TotalHours) - 1,
            1 => 24 - (int)Math.Floor(time.TimeOfDay.TotalHours),
            _ => 0,
        };
        return hours is >= -12 and <= 14 ? time.ToOffset(TimeSpan.FromHours(hours)) : time;
    }

    private static DateTimeOffset? Stated(PageFacts facts) =>
        PageDate.Parse(facts.Data.Article("datePublished"))
        ?? Named(facts, "article:published_time", "og:article:published_time", "article:published", "datePublished", "date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
            "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "citation_publication_date", "citation_date", "publication_date", "date_published", "article.published")
        ?? AnyName(facts) ?? Shown(facts, "datePublished") ?? PageDate.Parse(facts.Data.ArticleOrPage("datePublished")) ?? PageDate.Parse(facts.Data.Broken("datePublished"))
        ?? InAddress(facts.Address);

    public static DateTimeOffset? Modified(PageFacts facts) =>
        PageDate.Parse(facts.Data.Article("dateModified"))
        ?? Named(facts, "article:modified_time", "og:updated_time", "dateModified", "last-modified", "dcterms.modified")
        ?? Shown(facts, "dateModified") ?? PageDate.Parse(facts.Data.ArticleOrPage("dateModified"));

    private static DateTimeOffset? Named(PageFacts facts, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (PageDate.Parse(facts.Meta(name)) is { } found) return found;
        return null;
    }

    // Publishing systems prefix the usual names with their own.
    private static DateTimeOffset? AnyName(PageFacts facts) =>
        facts.MetaNames.Where(name => name.Contains("publi", StringComparison.OrdinalIgnoreCase)
            && (name.Contains("date", StringComparison.OrdinalIgnoreCase) || name.Contains("time", StringComparison.OrdinalIgnoreCase)))
            .Select(name => PageDate.Parse(facts.Meta(name))).FirstOrDefault(found => found is not null);

    private static DateTimeOffset? Shown(PageFacts facts, string? property)
    {
        foreach (var element in facts.Times.Where(time => property is null ? !IsChange(time) : time.GetAttribute("itemprop") == property))
            if (PageDate.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent) is { } found) return found;
        return null;
    }

    private static bool IsChange(AngleSharp.Dom.IElement time) =>
        time.GetAttribute("itemprop") == "dateModified" || time.ClassList.Contains("updated") || time.ClassList.Contains("modified") || PageDate.IsChange(time.ParentElement?.TextContent);

    private static DateTimeOffset? Announced(PageBox page)
    {
        foreach (var box in page.Standing())
        {
            if (!box.IsBlock || box.Chars is < 10 or > 120) continue;
            if (PlainText.Of(box) is var text && PageDate.IsPublication(text) && PageDate.Find(text) is { } found) return found;
        }

        return null;
    }

    private static DateTimeOffset? InAddress(Uri? address) =>
        address is not null && Dated().Match(address.AbsolutePath) is { Success: true } match
            ? PageDate.Parse($"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}") : null;

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>\d{1,2})[/-](?<d>\d{1,2})(?:/|-|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
