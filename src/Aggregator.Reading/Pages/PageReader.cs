using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages.Entries;
using Aggregator.Reading.Pages.Structure;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Pages;

/// <summary>Says what a page is and gives its entries, without a selector written by anyone.</summary>
public static class PageReader
{
    /// <summary>Entries read of one page.</summary>
    public const int MostEntries = 300;

    private const int LeastArticle = 50;

    /// <summary>Reads a page. Never throws for what it holds; time grows with its length.</summary>
    /// <param name="html">The page as text (<see cref="SafeHtml.Decode"/>).</param>
    /// <param name="address">The absolute address it was read from, after redirects.</param>
    /// <param name="rules">Selectors of a person who knows better; unusable ones are passed over.</param>
    public static PageReading Read(string html, Uri address, PageRules? rules = null)
    {
        var parsed = SafeHtml.Parse(html, address);
        if (!parsed.Readable) return new PageReading { Problem = parsed.Problem };
        if (parsed.Document.Body is not { } body) return new PageReading { Problem = NothingThere };
        var ruled = rules is { IsEmpty: false, Faulty.Count: 0 } ? new RuledPage(rules, parsed.Address) : null;
        ruled?.Clear(parsed.Document);
        var facts = PageFacts.Of(parsed.Document, parsed.Address);
        var page = PageLayout.Of(body);
        if (ruled?.Regions(page) is { } marked) return OfRules(marked, ruled, parsed, facts, address);
        var set = EntrySet.Best(page, parsed.Address);
        var kind = KindRule.Of(set, page, facts);
        return kind == PageKind.Article ? OfArticle(parsed, address) : OfEntries(kind, set!, page, facts, ruled) with { Older = OlderPage.Of(parsed.Document, parsed.Address, address) };
    }

    /// <summary>Reads the page of one article, as <see cref="ArticleExtractor.Read(string, Uri)"/> does, without what the rules remove and with the text they name.</summary>
    /// <param name="html">The page as text.</param>
    /// <param name="address">The absolute address it was read from, after redirects.</param>
    /// <param name="rules">Selectors of the source; only those for text and removal speak of articles' own pages.</param>
    public static ArticleReading ReadArticle(string html, Uri address, PageRules? rules)
    {
        if (rules is not { IsEmpty: false, Faulty.Count: 0 }) return ArticleExtractor.Read(html, address);
        var parsed = SafeHtml.Parse(html, address);
        var ruled = new RuledPage(rules, parsed.Address);
        if (parsed.Document is { } document) ruled.Clear(document);
        return ruled.WithBody(ArticleExtractor.Read(parsed, address), parsed.Document);
    }

    private static PageReading OfRules(List<Region> marked, RuledPage ruled, SafeDocument parsed, PageFacts facts, Uri address)
    {
        if (marked.Count == 0) return new PageReading { Title = facts.TitleElement, Problem = "The rule for the list matches nothing on this page that has a title." };
        var kind = KindRule.Of(marked, parsed.Address);
        var reading = new EntryReading(kind, facts.Address, LanguageOf(facts), DateOrder.IsDayFirst(marked, LanguageOf(facts)));
        var entries = TagSpellings.Join(CutShort(Numbered(marked.Select(region => ruled.Correct(reading.Of(region), region)), kind)));
        if (kind == PageKind.LinkLog) entries = OutletNames.Apply(entries);
        return new PageReading { Kind = kind, Title = facts.TitleElement, Language = LanguageOf(facts), Entries = entries, Older = OlderPage.Of(parsed.Document!, parsed.Address, address) };
    }

    private const string NothingThere = "This page holds neither an article nor a list of entries.";

    private static PageReading OfArticle(SafeDocument parsed, Uri address)
    {
        var article = ArticleExtractor.Read(parsed, address);
        if (article.Text.Length < LeastArticle || NothingFound.Is(parsed.Document!,
            article)) return new PageReading { Title = article.Title, Language = article.Language, Problem = NothingThere };
        var title = article.Title ?? string.Concat(article.Text.AsSpan(0, Math.Min(article.Text.Length, 80)).ToString().Split('\n')[0].TrimEnd(), "…");
        var entry = new PageEntry
        {
            Position = 1,
            Title = title,
            Url = article.Canonical is { } canonical && CanonicalUrl.TryParse(canonical, out var own) ? own : address.AbsoluteUri,
            Published = article.Published,
            Precision = article.Published is { } time && time.TimeOfDay != TimeSpan.Zero ? DatePrecision.Time : DatePrecision.Day,
            Authors = article.Authors,
            Language = article.Language,
            Blocks = article.Blocks,
            Text = article.Text,
            Html = article.Html,
            Image = article.Image,
        };
        return new PageReading
        {
            Kind = PageKind.Article, Title = title, Language = article.Language, Entries = [entry], Article = article, Issue = IssueReader.Of(article, address),
        };
    }

    private static PageReading OfEntries(PageKind kind, EntrySet set, PageBox page, PageFacts facts, RuledPage? ruled)
    {
        var language = LanguageOf(facts);
        var regions = kind == PageKind.Listing ? WithOtherLists(set, page, facts.Address) : set.Regions;
        var reading = new EntryReading(kind, facts.Address, language, DateOrder.IsDayFirst(regions, language));
        var entries = TagSpellings.Join(CutShort(Numbered(regions.Take(MostEntries).Select(region => ruled?.Correct(reading.Of(region), region) ?? reading.Of(region)), kind)));
        if (kind == PageKind.LinkLog) entries = OutletNames.Apply(entries);
        return new PageReading { Kind = kind, Title = TitleOf(set, facts), Language = language, Entries = entries };
    }

    // A front page has its lead, its lists and its columns in different dress; all of their titles lead to articles.
    private static List<Region> WithOtherLists(EntrySet best, PageBox page, Uri? address)
    {
        if (best.Regions[0].Title.Rank == 1) return best.Regions;
        var taken = best.Regions.Select(region => region.Title.Box).ToHashSet();
        var known = best.Regions.Select(region => Permalink.OfTitle(region.Title.Box, address)).ToHashSet();
        var titles = TitleGroups.Plain(page, address).FindAll(title =>
            taken.Contains(title.Box) || (title.Text.Length >= 20 && Permalink.OfTitle(title.Box, address) is { } leads && known.Add(leads)));
        return titles.Count == best.Regions.Count ? best.Regions : Regions.Of(page, titles);
    }

    // A list that shows an article twice has it once; a link log may come back to a link, and says something else.
    private static List<PageEntry> Numbered(IEnumerable<PageEntry> entries, PageKind kind)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new List<PageEntry>();
        foreach (var entry in entries)
        {
            var first = entry.Url is null || places.TryAdd(UrlKey.Of(entry.Url), numbered.Count + 1) ? (int?)null : places[UrlKey.Of(entry.Url)];
            if (first is null || kind == PageKind.LinkLog) numbered.Add(entry with { Position = numbered.Count + 1, DuplicateOf = first });
        }

        return numbered;
    }

    // One text may end in three dots because its author meant them; a theme that cuts, cuts most of them.
    private static List<PageEntry> CutShort(List<PageEntry> entries)
    {
        var dotted = entries.Count(EndsInDots);
        return dotted * 2 <= entries.Count ? entries : entries.ConvertAll(entry => entry with { Truncated = entry.Truncated || (entry.Url is not null && EndsInDots(entry)) });
    }

    private static bool EndsInDots(PageEntry entry) => entry.Text.AsSpan().TrimEnd() is [.., '…'] or [.., '.', '.', '.'];

    private static string? TitleOf(EntrySet set, PageFacts facts)
    {
        var titles = set.Regions.Select(region => region.Title.Box.Element).ToHashSet();
        var own = facts.Headings.Find(heading => !titles.Contains(heading) && !titles.Any(title => heading.Contains(title)));
        return own is not null && Line.Of(own.TextContent) is { Length: > 0 and < 200 } said ? said : facts.TitleElement;
    }

    private static string? LanguageOf(PageFacts facts) =>
        (facts.HtmlLanguage ?? facts.Meta("content-language", "og:locale"))?.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } primary ? primary : null;
}
