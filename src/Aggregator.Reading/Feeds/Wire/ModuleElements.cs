using System.Collections.Frozen;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>The elements of RSS modules and Atom extensions. They add to what the core elements say and do not replace it.</summary>
internal static class ModuleElements
{
    public static FrozenDictionary<string, ReadElement> DublinCore { get; } = Of(new()
    {
        ["title"] = (xml, node) => node.OtherTitle ??= TextReader.Read(xml, TextKind.Guess),
        ["description"] = (xml, node) => node.OtherDescription ??= TextReader.Read(xml, TextKind.Html),
        ["creator"] = (xml, node) => CoreElements.Add(node.Authors ??= [], PersonReader.Read(xml)),
        ["author"] = (xml, node) => CoreElements.Add(node.Authors ??= [], PersonReader.Read(xml)),
        ["contributor"] = (xml, node) => CoreElements.Add(node.Contributors ??= [], PersonReader.Read(xml)),
        ["publisher"] = (xml, node) => node.Publisher ??= PersonReader.Read(xml),
        ["subject"] = CategoryReader.ReadSubject,
        ["date"] = (xml, node) => node.Date ??= XmlContent.Text(xml),
        ["language"] = (xml, node) => node.Language ??= XmlContent.Text(xml),
        ["rights"] = (xml, node) => node.OtherRights ??= TextReader.Read(xml, TextKind.Guess),
        ["identifier"] = (xml, node) => node.About ??= XmlContent.Text(xml),
    });

    public static FrozenDictionary<string, ReadElement> DublinCoreTerms { get; } = Of(new()
    {
        ["issued"] = (xml, node) => node.Issued ??= XmlContent.Text(xml),
        ["created"] = (xml, node) => node.Created = XmlContent.Text(xml),
        ["modified"] = (xml, node) => node.Updated ??= XmlContent.Text(xml),
        ["valid"] = (xml, node) => node.Valid ??= XmlContent.Text(xml),
    });

    public static FrozenDictionary<string, ReadElement> Content { get; } = Of(new()
    {
        ["encoded"] = (xml, node) => (node.Contents ??= []).Add(TextReader.Read(xml, TextKind.Html)),
    });

    public static FrozenDictionary<string, ReadElement> Media { get; } = Of(new()
    {
        ["group"] = (xml, node) => ReadInside(xml, node),
        ["content"] = (xml, node) => MediaReader.Read(xml, node),
        ["thumbnail"] = (xml, node) => (node.Thumbnails ??= []).AddRange(MediaReader.Object(xml) is { } found ? [found] : []),
        ["title"] = (xml, node) => node.OtherTitle ??= TextReader.Read(xml, TextKind.Plain),
        ["description"] = (xml, node) => node.OtherDescription ??= TextReader.Read(xml, TextKind.Plain),
        ["category"] = MediaReader.ReadCategory,
        ["keywords"] = CategoryReader.ReadKeywords,
    });

    public static FrozenDictionary<string, ReadElement> ITunes { get; } = Of(new()
    {
        ["title"] = (xml, node) => node.OtherTitle ??= TextReader.Read(xml, TextKind.Guess),
        ["author"] = (xml, node) => CoreElements.Add(node.OtherAuthors ??= [], PersonReader.Read(xml)),
        ["owner"] = (xml, node) => node.Publisher ??= PersonReader.Read(xml),
        ["category"] = CategoryReader.Read,
        ["keywords"] = CategoryReader.ReadKeywords,
        ["summary"] = (xml, node) => node.OtherDescription ??= TextReader.Read(xml, TextKind.Guess),
        ["subtitle"] = (xml, node) => node.Subtitle ??= XmlContent.Text(xml),
        ["image"] = ReadPodcastImage,
        ["link"] = ReadPodcastLink,
        ["block"] = (xml, node) => node.Block = XmlContent.Raw(xml),
        ["explicit"] = (xml, node) => node.Explicit = XmlContent.Raw(xml),
        ["duration"] = (xml, node) => node.Duration ??= XmlContent.Text(xml),
        ["season"] = (xml, node) => node.Season ??= XmlContent.Text(xml),
        ["episode"] = (xml, node) => node.Episode ??= XmlContent.Text(xml),
    });

    public static FrozenDictionary<string, ReadElement> Syndication { get; } = Of(new()
    {
        ["updateperiod"] = (xml, node) => node.UpdatePeriod ??= XmlContent.Text(xml),
        ["updatefrequency"] = (xml, node) => node.UpdateFrequency ??= XmlContent.Text(xml),
    });

    public static FrozenDictionary<string, ReadElement> WellFormedWeb { get; } = Of(new()
    {
        ["comment"] = (xml, node) => node.CommentApi = Addresses.Resolve(xml.Base, XmlContent.Text(xml)),
        ["commentrss"] = (xml, node) => node.CommentsFeed = Addresses.Resolve(xml.Base, XmlContent.Text(xml)),
    });

    public static FrozenDictionary<string, ReadElement> Slash { get; } = Of(new()
    {
        ["comments"] = (xml, node) => node.CommentCount ??= XmlContent.Text(xml),
    });

    public static FrozenDictionary<string, ReadElement> Threading { get; } = Of(new()
    {
        ["total"] = (xml, node) => node.CommentCount ??= XmlContent.Text(xml),
        ["in-reply-to"] = (xml, node) => node.InReplyTo ??= xml.Attribute("ref"),
    });

    public static FrozenDictionary<string, ReadElement> FeedBurner { get; } = Of(new()
    {
        ["browserfriendly"] = (xml, node) => node.About03 ??= TextReader.Read(xml, TextKind.Guess),
        ["origlink"] = (xml, node) => node.OriginalLink ??= Addresses.Page(Addresses.Resolve(xml.Base, XmlContent.Text(xml))),
    });

    public static FrozenDictionary<string, ReadElement> CreativeCommons { get; } = Of(new()
    {
        ["license"] = (xml, node) => node.License ??= Addresses.Resolve(xml.Base, xml.Attribute("resource") ?? XmlContent.Text(xml)),
    });

    public static FrozenDictionary<string, ReadElement> Admin { get; } = Of(new()
    {
        ["generatoragent"] = (xml, node) =>
        {
            if (Addresses.Resolve(xml.Base, xml.Attribute("resource")) is { } agent) node.Generator ??= new FeedGenerator(agent, agent);
        },
    });

    public static FrozenDictionary<string, ReadElement> Xhtml { get; } = Of(new()
    {
        ["body"] = CoreElements.Table["body"],
        ["div"] = CoreElements.Table["body"],
    });

    public static FrozenDictionary<string, ReadElement> None { get; } = Of([]);

    /// <summary>Reads the children of an element as if they were the node's own.</summary>
    private static void ReadInside(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth)) Elements.Read(xml, node);
    }

    private static void ReadPodcastImage(XmlScanner xml, WireNode node)
    {
        node.PodcastImage ??= Addresses.Resolve(xml.Base, xml.Attribute("href") ?? xml.Attribute("url") ?? XmlContent.Text(xml));
    }

    private static void ReadPodcastLink(XmlScanner xml, WireNode node)
    {
        if (xml.Attribute("rel") is "image") node.PodcastImage ??= Addresses.Resolve(xml.Base, xml.Attribute("href"));
    }

    internal static FrozenDictionary<string, ReadElement> Of(Dictionary<string, ReadElement> table) =>
        table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
