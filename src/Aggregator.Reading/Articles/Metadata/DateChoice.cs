using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds when an article was published and changed.</summary>
internal static partial class DateChoice
{
    public static DateTimeOffset? Published(PageFacts facts, PageBox page) =>
        PageDate.Parse(facts.Data.Article("datePublished"))
        ?? Named(facts, "article:published_time", "og:article:published_time", "article:published", "datePublished", "date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
            "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "citation_publication_date", "citation_date", "publication_date", "date_published", "article.published")
        ?? AnyName(facts) ?? Shown(facts, "datePublished") ?? PageDate.Parse(facts.Data.ArticleOrPage("datePublished")) ?? PageDate.Parse(facts.Data.Broken("datePublished"))
        ?? InAddress(facts.Address) ?? Announced(page) ?? Shown(facts, null) ?? Visible(page);

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

    // A date among the first lines, such as "Published December 19, 2025" or "Publié le 19 décembre 2025".
    private static DateTimeOffset? Visible(PageBox page)
    {
        foreach (var box in page.Standing())
        {
            if (!box.Has(Signals.Date | Signals.Byline) || box.Chars is < 6 or > 200) continue;
            if (PlainText.Of(box) is var text && !PageDate.IsChange(text) && PageDate.Find(text) is { } found) return found;
        }

        return page.Standing().Where(box => box.IsBlock && !box.HoldsBlock && box.Chars is > 6 and < 80).Take(150)
            .Select(box => PageDate.Find(PlainText.Of(box))).FirstOrDefault(found => found is not null);
    }

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
