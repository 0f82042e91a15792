using Aggregator.Reading.Feeds.Atom;
using Aggregator.Reading.Feeds.Bytes;
using Aggregator.Reading.Feeds.Cdf;
using Aggregator.Reading.Feeds.JsonFeed;
using Aggregator.Reading.Feeds.Rss;
using Aggregator.Reading.Feeds.Wire;
using Aggregator.Reading.Feeds.Xml;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds;

/// <summary>Reads feeds: RSS 0.90 to 2.0, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1, well-formed or not.</summary>
public static class FeedParser
{
    /// <summary>How many items of a feed are read; the rest is left out with a diagnostic.</summary>
    public const int MaxItems = 10_000;

    /// <summary>
    /// Reads a body. Never throws for what is in it: what is wrong is in <see cref="Feed.Malformed"/> and <see cref="Feed.Diagnostics"/>,
    /// and the items up to there are kept. A body that is no feed has the format "unknown".
    /// </summary>
    /// <param name="body">The bytes as received; gzipped ones are unpacked; what is beyond 64 MB is left out.</param>
    /// <param name="address">Where the body came from, after redirects: the base for relative addresses.</param>
    /// <param name="contentType">The Content-Type header, for its charset (RFC 7303 section 3).</param>
    /// <param name="contentLocation">The Content-Location header: a base that goes before <paramref name="address"/>.</param>
    /// <param name="contentLanguage">The Content-Language header: the language where the feed names none.</param>
    public static Feed Parse(
        ReadOnlyMemory<byte> body, Uri? address = null, string? contentType = null, string? contentLocation = null, string? contentLanguage = null)
    {
        var diagnostics = new DiagnosticList();
        using var decoded = BodyDecoder.Decode(Gzip.Unpack(BodyLimit.Cut(body, diagnostics), diagnostics).Span, contentType, diagnostics);
        var language = LanguageTag.Of(contentLanguage);
        var baseAddress = Addresses.Base(address, contentLocation);
        var wire = IsJson(decoded.Text)
            ? JsonFeedReader.Read(decoded.Text, baseAddress, language, diagnostics)
            : ReadXml(new XmlScanner(decoded.Buffer, decoded.Length, baseAddress, language, diagnostics, decoded.Misread), diagnostics);
        return FeedAdapter.Adapt(wire, decoded.Encoding, diagnostics);
    }

    private static bool IsJson(ReadOnlySpan<char> text) => text.TrimStart().StartsWith('{');

    private static WireFeed ReadXml(XmlScanner xml, DiagnosticList diagnostics)
    {
        var limit = new ItemLimit(diagnostics);
        while (xml.Read())
        {
            if (xml.Token != XmlToken.Start || xml.Depth > 1) continue;
            if (xml.Is("html")) break;
            if (ReadRoot(xml, limit) is not { } feed)
            {
                // Warnings that a server prints before the feed are elements too.
                xml.Complain("xml-stray-element", "<{0}> stands where the feed should begin.", xml.LocalName);
                continue;
            }

            while (xml.Read()) continue; // what follows the root is wrong, and noted
            return feed;
        }

        diagnostics.Break("no-feed", "There is no feed here: the body has neither <rss> nor <rdf:RDF> nor <feed>.");
        return new WireFeed(FeedFormats.Unknown);
    }

    private static WireFeed? ReadRoot(XmlScanner xml, ItemLimit limit) =>
        xml.Is("rss") || xml.Is("RDF") ? RssReader.Read(xml, limit)
        : xml.Is("feed") ? AtomReader.Read(xml, limit)
        : xml.Is("entry") && xml.Vocabulary == Vocabulary.Atom ? AtomReader.ReadEntryDocument(xml, limit)
        : xml.Is("channel") ? CdfReader.Read(xml, limit)
        : null;
}
