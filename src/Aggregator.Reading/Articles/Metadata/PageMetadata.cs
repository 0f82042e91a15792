using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Html;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Judges what a page states about itself: which of several titles, names and dates to believe.</summary>
internal static class PageMetadata
{
    public static ArticleReading Of(PageFacts facts, PageBox page)
    {
        var site = SiteOf(facts);
        var title = TitleChoice.Of(facts, page, site);
        return new ArticleReading
        {
            Title = title,
            Authors = AuthorChoice.Of(facts, page, site, title),
            Published = DateChoice.Published(facts, page, title),
            Modified = DateChoice.Modified(facts),
            SiteName = site,
            Language = LanguageOf(facts),
            Image = WebReference.Image(facts.Meta("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src") ?? facts.Data.Image(), facts.Address),
            Canonical = WebReference.Image(facts.CanonicalLink ?? facts.Meta("og:url"), facts.Address),
            Excerpt = Shorten(facts.Meta("description", "og:description", "twitter:description") ?? facts.Data.Article("description")),
        };
    }

    private static string? SiteOf(PageFacts facts)
    {
        var name = Line.Of(facts.Meta("og:site_name") ?? facts.Data.SiteName() ?? facts.Data.Publisher() ?? facts.Meta("application-name"));
        return name.Length is > 0 and < 120 ? name : null;
    }

    private static string? LanguageOf(PageFacts facts)
    {
        var tag = facts.HtmlLanguage ?? facts.Data.ArticleOrPage("inLanguage") ?? facts.Meta("content-language", "og:locale", "language");
        var primary = tag?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter) ? primary : null;
    }

    private static string? Shorten(string? summary)
    {
        var text = Line.Of(summary);
        if (text.Length <= 300) return text.Length == 0 ? null : text;
        var cut = text.LastIndexOf(' ', 299);
        return string.Concat(text.AsSpan(0, cut > 200 ? cut : 299), "…");
    }
}
