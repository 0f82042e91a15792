using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Pages.Sitemaps;
using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Intake;

/// <summary>Makes arrivals of the entries of a page, a link log or a sitemap. Pure.</summary>
internal static class PageArrivals
{
    /// <summary>One arrival for each address or, where entries have none, for each title.</summary>
    /// <param name="reading">What the page is.</param>
    /// <param name="address">The page, for entries that have no address of their own.</param>
    /// <param name="language">The source's own language, for entries too short to tell.</param>
    public static IReadOnlyList<Arrival> Of(PageReading reading, Uri address, string? language)
    {
        var arrivals = new Dictionary<string, Arrival>(StringComparer.Ordinal);
        var places = PlacesInTime.Of(reading, address);
        foreach (var (entry, place) in reading.Entries.Zip(places))
        {
            var arrival = Of(entry, reading.Kind, address.AbsoluteUri, LanguageOf(entry, reading, language)) with { Changed = place, Issue = reading.Issue };
            arrivals[arrival.UrlKey] = arrivals.TryGetValue(arrival.UrlKey, out var first) ? Joined(first, arrival) : arrival;
        }

        return [.. arrivals.Values];
    }

    /// <summary>The pages of a sitemap; what it does not say, their own pages will.</summary>
    public static IReadOnlyList<Arrival> Of(SitemapReading map, string? language) =>
        [.. map.Pages.Select(page => new Arrival(
            UrlKey.Of(page.Url), page.Url, page.Url, page.Published,
            new ArrivalText(page.Language ?? language, page.Title is { Length: > 0 } title ? title : AddressTitle.Of(page.Url), [], null, "", "", page.Image, 0, null))
        {
            Changed = page.Changed, Tags = page.Keywords, NeedsPage = true, IsWordless = true,
            GivenHash = EntryReader.GivenHash(page.Title ?? "", page.Changed?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        })];

    /// <summary>What a person said of the source counts for the entries as what the page says; but a link log links to any language.</summary>
    private static string? LanguageOf(PageEntry entry, PageReading reading, string? configured) =>
        configured is null || reading.Kind == PageKind.LinkLog
            ? entry.Language ?? configured ?? reading.Language
            : LanguageEvidence.Of($"{entry.Title}. {entry.Text}", configured, entry.Language, reading.Language);

    private static Arrival Of(PageEntry entry, PageKind kind, string page, string? language)
    {
        var link = CanonicalUrl.TryParse(entry.Url, out var canonical) ? canonical : null;
        var needsPage = link is not null && (entry.Truncated || kind is PageKind.LinkLog or PageKind.Listing);
        var title = entry.Title.Length <= 300 ? entry.Title : Excerpt.Of(entry.Title, 300)!;
        return new Arrival(
            link is null ? $"{UrlKey.Of(page)}#{HashOf(title)}" : UrlKey.Of(link), link ?? page, link ?? HashOf(title), entry.Published,
            new ArrivalText(language, title, entry.Authors, Excerpt.Of(entry.Text), entry.Text, entry.Html, entry.Image, Excerpt.Words(entry.Text), needsPage ? null : FoldedText.Hash(entry.Text)))
        {
            Tags = [.. entry.Tags.Take(30)], Categories = [.. entry.Categories.Take(30)], Comment = LinkedComment.Of(entry), Publisher = entry.Publisher,
                GivenHash = EntryReader.GivenHash(title, entry.Text), NeedsPage = needsPage,
        };
    }

    // A link log that comes back to a link quotes another passage of it, and may say something else.
    private static Arrival Joined(Arrival first, Arrival again)
    {
        var plain = string.Join("\n\n", new[] { first.Text.Plain, again.Text.Plain }.Where(text => text.Length > 0));
        return first with
        {
            Reading = new(new ArrivalText(
                first.Text.Language, first.Text.Title, first.Text.Authors, first.Text.Excerpt, plain, first.Text.Html + again.Text.Html, first.Text.ImageUrl, Excerpt.Words(plain), first.Text.Hash)),
            Tags = [.. first.Tags.Union(again.Tags, StringComparer.Ordinal)],
            Categories = [.. first.Categories.Union(again.Categories, StringComparer.Ordinal)],
            Comment = string.Join("\n\n", new[] { first.Comment, again.Comment }.OfType<string>()) is { Length: > 0 } said ? said : null,
        };
    }

    private static string HashOf(string title) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FoldedText.Of(title))).AsSpan(0, 8));
}
