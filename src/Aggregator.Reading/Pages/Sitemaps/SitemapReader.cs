using System.Text;
using System.Xml;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Feeds.Bytes;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Pages.Sitemaps;

/// <summary>
/// Reads sitemaps, sitemap indexes and news sitemaps (sitemaps.org; Google's news and image extensions), gzipped or not. A document type
/// is passed over and its entities are not known. Never throws on input: where the XML breaks, what came before counts.
/// </summary>
public static class SitemapReader
{
    /// <summary>Pages kept, the newest: a sitemap may list 50,000, and a press review begins today.</summary>
    public const int MostPages = 200;

    /// <summary>Parts of an index kept, the newest.</summary>
    public const int MostParts = 50;

    private const int MostRead = 60_000, LongestText = 2_000;

    /// <summary>What the body lists; null when it is no sitemap.</summary>
    /// <param name="body">The bytes as received; gzipped ones are unpacked, up to 64 MB.</param>
    public static SitemapReading? Read(ReadOnlyMemory<byte> body)
    {
        var bytes = Gzip.Unpack(body, new DiagnosticList(), Gzip.Limit);
        if (!MayBeSitemap(bytes.Span)) return null;
        var draft = new SitemapDraft(MostRead);
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var xml = XmlReader.Create(stream, Settings());
            while (draft.Goes && xml.Read()) draft.Take(xml, LongestText);
        }
        catch (XmlException)
        {
            // A sitemap that breaks off still lists what came before.
        }

        return draft.IsSitemap ? new SitemapReading(Newest(draft.Pages, MostPages), Newest(draft.Parts, MostParts)) : null;
    }

    private static bool MayBeSitemap(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 4_000)]);
        return head.Contains("<urlset", StringComparison.Ordinal) || head.Contains("<sitemapindex", StringComparison.Ordinal) || head.Contains(":urlset", StringComparison.Ordinal);
    }

    // Sitemaps without dates are mostly in order of age, the oldest first or last: the order as it stands is kept.
    private static List<SitemapPage> Newest(List<SitemapPage> pages, int most) =>
        [.. pages.DistinctBy(page => UrlKey.Of(page.Url), StringComparer.Ordinal).OrderByDescending(page => page.Date ?? DateTimeOffset.MinValue).Take(most)];

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = Gzip.Limit, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };
}
