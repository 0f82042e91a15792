using System.Collections.Frozen;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Finds the reader of an element by its vocabulary and name.</summary>
internal static class Elements
{
    private static readonly FrozenDictionary<string, ReadElement>.AlternateLookup<ReadOnlySpan<char>>[] ByVocabulary =
        [.. Enum.GetValues<Vocabulary>().Select(v => Table(v).GetAlternateLookup<ReadOnlySpan<char>>())];

    /// <summary>Reads the element on which the scanner stands; one that is not known is left to be passed over.</summary>
    public static void Read(XmlScanner xml, WireNode node)
    {
        if (ByVocabulary[(int)xml.Vocabulary].TryGetValue(xml.LocalName, out var read)) read(xml, node);
    }

    private static FrozenDictionary<string, ReadElement> Table(Vocabulary vocabulary) => vocabulary switch
    {
        Vocabulary.Core or Vocabulary.Atom => CoreElements.Table,
        Vocabulary.DublinCore => ModuleElements.DublinCore,
        Vocabulary.DublinCoreTerms => ModuleElements.DublinCoreTerms,
        Vocabulary.Content => ModuleElements.Content,
        Vocabulary.Media => ModuleElements.Media,
        Vocabulary.ITunes => ModuleElements.ITunes,
        Vocabulary.Syndication => ModuleElements.Syndication,
        Vocabulary.WellFormedWeb => ModuleElements.WellFormedWeb,
        Vocabulary.Slash => ModuleElements.Slash,
        Vocabulary.Threading => ModuleElements.Threading,
        Vocabulary.FeedBurner => ModuleElements.FeedBurner,
        Vocabulary.CreativeCommons => ModuleElements.CreativeCommons,
        Vocabulary.Admin => ModuleElements.Admin,
        Vocabulary.Xhtml => ModuleElements.Xhtml,
        Vocabulary.GeoRss => PlaceReader.GeoRss,
        Vocabulary.Geo => PlaceReader.Geo,
        Vocabulary.Podcast => PodcastReader.Podcast,
        Vocabulary.Chapters => PodcastReader.Chapters,
        _ => ModuleElements.None,
    };
}
