namespace Aggregator.Reading.Pages.Sitemaps;

/// <summary>What a sitemap (sitemaps.org 0.9) lists: pages, or in an index further sitemaps; the newest first.</summary>
/// <param name="Pages">Pages of the site, at most <see cref="SitemapReader.MostPages"/>.</param>
/// <param name="Parts">Further sitemaps, when it is an index.</param>
public sealed record SitemapReading(IReadOnlyList<SitemapPage> Pages, IReadOnlyList<SitemapPage> Parts);

/// <summary>One address of a sitemap.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Changed">Its <c>lastmod</c>, or null.</param>
public sealed record SitemapPage(string Url, DateTimeOffset? Changed)
{
    /// <summary>The headline that a news sitemap gives (news:title).</summary>
    public string? Title { get; init; }

    /// <summary>news:publication_date.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The primary subtag of news:language.</summary>
    public string? Language { get; init; }

    /// <summary>news:keywords.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The first image:loc.</summary>
    public string? Image { get; init; }

    /// <summary>The best date there is: of publication, else of the last change.</summary>
    public DateTimeOffset? Date => Published ?? Changed;
}
