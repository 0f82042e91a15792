using System.Collections.Frozen;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads one element into a node. The scanner stands on its start.</summary>
internal delegate void ReadElement(XmlScanner xml, WireNode node);

/// <summary>
/// The elements of RSS and Atom. One table for both: RSS feeds borrow Atom's elements and the other way round, with and without the
/// right namespace, and no name means two different things.
/// </summary>
internal static class CoreElements
{
    /// <summary>Authors, categories, enclosures of one item; real items stay below a hundred.</summary>
    private const int MostParts = 500;

    public static FrozenDictionary<string, ReadElement> Table { get; } = new Dictionary<string, ReadElement>
    {
        ["title"] = (xml, node) => node.Title = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),
        ["description"] = (xml, node) => Describe(node, TextReader.Read(xml, Kind(xml, node, TextKind.Html))),
        ["subtitle"] = (xml, node) => node.Description = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),
        ["tagline"] = (xml, node) => node.Description = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),
        ["summary"] = (xml, node) => node.Description = TextReader.Read(xml, Kind(xml, node, TextKind.Html)),
        ["info"] = (xml, node) => node.About03 = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),
        ["abstract"] = (xml, node) => Describe(node, TextReader.Read(xml, TextKind.Html)),
        ["content"] = (xml, node) => (node.Contents ??= []).Add(TextReader.Read(xml, Kind(xml, node, TextKind.Html))),
        ["body"] = (xml, node) => (node.Contents ??= []).Add(TextReader.Read(xml, TextKind.Html)),
        ["fullitem"] = (xml, node) => (node.Contents ??= []).Add(TextReader.Read(xml, TextKind.Html)),
        ["rights"] = (xml, node) => node.Rights = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),
        ["copyright"] = (xml, node) => node.Rights = TextReader.Read(xml, Kind(xml, node, TextKind.Guess)),

        ["id"] = (xml, node) => node.Id = WholeId(xml.Base, XmlContent.Text(xml)),
        ["guid"] = ReadGuid,
        ["link"] = LinkReader.Read,
        ["category"] = CategoryReader.Read,
        ["keywords"] = CategoryReader.ReadKeywords,

        ["author"] = (xml, node) => Add(node.Authors ??= [], PersonReader.Read(xml)),
        ["managingeditor"] = (xml, node) => Add(node.Authors ??= [], PersonReader.Read(xml)),
        ["contributor"] = (xml, node) => Add(node.Contributors ??= [], PersonReader.Read(xml)),
        ["webmaster"] = (xml, node) => node.OtherPublisher = PersonReader.Read(xml),
        ["publisher"] = (xml, node) => node.Publisher = PersonReader.Read(xml),

        ["pubdate"] = (xml, node) => node.Published = XmlContent.Text(xml),
        ["published"] = (xml, node) => node.Published = XmlContent.Text(xml),
        ["issued"] = (xml, node) => node.Published ??= XmlContent.Text(xml),
        ["updated"] = (xml, node) => node.Updated = XmlContent.Text(xml),
        ["modified"] = (xml, node) => node.Updated ??= XmlContent.Text(xml),
        ["lastbuilddate"] = (xml, node) => node.Updated ??= XmlContent.Text(xml),
        ["lastmod"] = (xml, node) => node.Updated ??= XmlContent.Text(xml),
        ["created"] = (xml, node) => node.Created = XmlContent.Text(xml),
        ["expirationdate"] = (xml, node) => node.Expired = XmlContent.Text(xml),

        ["language"] = (xml, node) => node.Language = XmlContent.Text(xml),
        ["generator"] = ReadGenerator,
        ["icon"] = (xml, node) => node.Icon = Addresses.Resolve(xml.Base, XmlContent.Text(xml)),
        ["logo"] = (xml, node) => node.Logo = Addresses.Resolve(xml.Base, xml.Attribute("href") ?? XmlContent.Text(xml)),
        ["docs"] = (xml, node) => node.Docs = Addresses.Resolve(xml.Base, XmlContent.Text(xml)),
        ["image"] = ChannelParts.ReadImage,
        ["textinput"] = ChannelParts.ReadTextInput,
        ["cloud"] = ChannelParts.ReadCloud,
        ["ttl"] = (xml, node) => node.TimeToLive = XmlContent.Text(xml),
        ["skiphours"] = (xml, node) => node.SkipHours = ChannelParts.ReadList(xml),
        ["skipdays"] = (xml, node) => node.SkipDays = ChannelParts.ReadList(xml),

        ["enclosure"] = EnclosureReader.Read,
        ["comments"] = (xml, node) => node.Comments = Addresses.Resolve(xml.Base, XmlContent.Text(xml)),
        ["source"] = SourceReader.Read,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of an untyped text: Atom's rule in Atom, else RSS's.</summary>
    public static TextKind Kind(XmlScanner xml, WireNode node, TextKind inRss) =>
        xml.Vocabulary == Vocabulary.Atom || node.IsAtom ? TextKind.Plain : inRss;

    /// <summary>Adds what is not there yet. Finding that out takes a look at each, so a list does not grow beyond what anybody means.</summary>
    public static void Add<T>(List<T> list, T? value)
        where T : class
    {
        if (value is not null && list.Count < MostParts && !list.Contains(value)) list.Add(value);
    }

    /// <summary>Keeps the first description: a second one is a longer text (seen in feeds that carry both).</summary>
    private static void Describe(WireNode node, FeedText text)
    {
        if (node.Description is null or { Value.Length: 0 }) node.Description = text;
        else if (text.Value.Length > 0) (node.Contents ??= []).Add(text);
    }

    /// <summary>An id must be of its own in the world (RFC 4287 section 4.2.6): a path is not, without its host.</summary>
    private static string WholeId(Uri? baseAddress, string id) => id.StartsWith('/') ? Addresses.Resolve(baseAddress, id) ?? id : id;

    private static void ReadGuid(XmlScanner xml, WireNode node)
    {
        node.IsPermaLink = xml.Attribute("isPermaLink")?.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) != true;
        node.Id = XmlContent.Text(xml);
    }

    private static void ReadGenerator(XmlScanner xml, WireNode node)
    {
        var url = Addresses.Resolve(xml.Base, xml.Attribute("uri") ?? xml.Attribute("url"));
        var version = xml.Attribute("version");
        node.Generator = new FeedGenerator(XmlContent.Text(xml), url, version);
    }
}
