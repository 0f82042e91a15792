using System.Collections.Frozen;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads what podcasts add to iTunes' elements: the podcast namespace (podcastindex.org) and Podlove Simple Chapters.</summary>
internal static class PodcastReader
{
    private const int MostChapters = 1_000;

    public static FrozenDictionary<string, ReadElement> Podcast { get; } = ModuleElements.Of(new()
    {
        ["season"] = (xml, node) => node.Season ??= XmlContent.Text(xml),
        ["episode"] = (xml, node) => node.Episode ??= XmlContent.Text(xml),
        ["chapters"] = (xml, node) => node.ChaptersUrl ??= Addresses.Resolve(xml.Base, xml.Attribute("url")),
        ["transcript"] = ReadTranscript,
        ["person"] = ReadPerson,
        ["license"] = (xml, node) => node.License ??= Addresses.Resolve(xml.Base, xml.Attribute("url")),
    });

    public static FrozenDictionary<string, ReadElement> Chapters { get; } = ModuleElements.Of(new() { ["chapters"] = ReadChapters });

    private static void ReadTranscript(XmlScanner xml, WireNode node)
    {
        if (Addresses.Resolve(xml.Base, xml.Attribute("url")) is { } url)
            CoreElements.Add(node.Transcripts ??= [], new FeedEnclosure(url, xml.Attribute("type")?.Trim()));
    }

    /// <summary>A person is a host unless a role says otherwise; hosts are who an episode is by.</summary>
    private static void ReadPerson(XmlScanner xml, WireNode node)
    {
        var isHost = xml.Attribute("role")?.Trim() is null or "" or "host" or "Host";
        var url = Addresses.Resolve(xml.Base, xml.Attribute("href"));
        if (XmlContent.Text(xml) is not { Length: > 0 } name) return;
        CoreElements.Add(isHost ? node.OtherAuthors ??= [] : node.Contributors ??= [], new FeedPerson(name, null, url));
    }

    /// <summary>An item has one list of chapters: a second one is another program's copy of the first.</summary>
    private static void ReadChapters(XmlScanner xml, WireNode node)
    {
        if (node.Chapters is not null) return;
        var depth = xml.Depth;
        var chapters = node.Chapters = [];
        while (xml.NextChild(depth))
        {
            if (xml.LocalName is not "chapter" || chapters.Count == MostChapters || xml.Attribute("start")?.Trim() is not { } start) continue;
            chapters.Add(new FeedChapter(
                start, xml.Attribute("title")?.Trim(), Addresses.Resolve(xml.Base, xml.Attribute("href")), Addresses.Resolve(xml.Base, xml.Attribute("image"))));
        }
    }
}
