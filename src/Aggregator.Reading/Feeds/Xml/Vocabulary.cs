using System.Collections.Frozen;

namespace Aggregator.Reading.Feeds.Xml;

/// <summary>What an element's namespace makes of it. <see cref="Core"/> is no namespace at all, or one of RSS.</summary>
internal enum Vocabulary
{
    Core,
    Atom,
    Rdf,
    Cdf,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    ITunes,
    Syndication,
    WellFormedWeb,
    Slash,
    FeedBurner,
    Threading,
    CreativeCommons,
    Admin,
    Xhtml,
    GeoRss,
    Gml,
    Geo,
    Podcast,
    Chapters,
    Other,
}

/// <summary>Finds the vocabulary of a namespace name, in the spellings that feeds have.</summary>
internal static class Vocabularies
{
    private static readonly FrozenDictionary<string, Vocabulary> ByName = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Core,
        ["http://cyber.law.harvard.edu/rss/rss.html"] = Vocabulary.Core,
        ["http://purl.org/rss/1.0"] = Vocabulary.Core,
        ["http://purl.org/net/rss1.1"] = Vocabulary.Core,
        ["http://purl.org/rss/1.0/modules/rss091"] = Vocabulary.Core,
        ["http://my.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["http://channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Core,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["https://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["http://purl.org/atom/ns"] = Vocabulary.Atom,
        ["http://purl.org/atom/app"] = Vocabulary.Other,
        ["http://example.com/newformat"] = Vocabulary.Atom,
        ["http://example.com/necho"] = Vocabulary.Atom,
        ["http://purl.org/echo"] = Vocabulary.Atom,
        ["http://purl.org/pie"] = Vocabulary.Atom,
        ["uri/of/echo/namespace"] = Vocabulary.Atom,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["http://www.microsoft.com/standards/channels.dtd"] = Vocabulary.Cdf,
        ["http://purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms"] = Vocabulary.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://www.rssboard.org/media-rss"] = Vocabulary.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["http://example.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["http://purl.org/rss/1.0/modules/syndication"] = Vocabulary.Syndication,
        ["http://wellformedweb.org/commentapi"] = Vocabulary.WellFormedWeb,
        ["http://purl.org/rss/1.0/modules/slash"] = Vocabulary.Slash,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = Vocabulary.FeedBurner,
        ["http://purl.org/syndication/thread/1.0"] = Vocabulary.Threading,
        ["http://backend.userland.com/creativecommonsrssmodule"] = Vocabulary.CreativeCommons,
        ["http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html"] = Vocabulary.CreativeCommons,
        ["http://web.resource.org/cc"] = Vocabulary.CreativeCommons,
        ["http://creativecommons.org/ns"] = Vocabulary.CreativeCommons,
        ["http://webns.net/mvcb"] = Vocabulary.Admin,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["http://www.georss.org/georss"] = Vocabulary.GeoRss,
        ["http://www.georss.org/georss/10"] = Vocabulary.GeoRss,
        ["http://www.opengis.net/gml"] = Vocabulary.Gml,
        ["http://www.opengis.net/gml/3.2"] = Vocabulary.Gml,
        ["http://www.w3.org/2003/01/geo/wgs84_pos"] = Vocabulary.Geo,
        ["https://podcastindex.org/namespace/1.0"] = Vocabulary.Podcast,
        ["http://podcastindex.org/namespace/1.0"] = Vocabulary.Podcast,
        ["https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"] = Vocabulary.Podcast,
        ["http://podlove.org/simple-chapters"] = Vocabulary.Chapters,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What undeclared prefixes usually mean: feeds copy elements from others and forget the declaration.</summary>
    private static readonly FrozenDictionary<string, Vocabulary> ByPrefix = new Dictionary<string, Vocabulary>
    {
        ["rss"] = Vocabulary.Core,
        ["atom"] = Vocabulary.Atom,
        ["rdf"] = Vocabulary.Rdf,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinCoreTerms,
        ["content"] = Vocabulary.Content,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.ITunes,
        ["sy"] = Vocabulary.Syndication,
        ["wfw"] = Vocabulary.WellFormedWeb,
        ["slash"] = Vocabulary.Slash,
        ["feedburner"] = Vocabulary.FeedBurner,
        ["thr"] = Vocabulary.Threading,
        ["creativecommons"] = Vocabulary.CreativeCommons,
        ["cc"] = Vocabulary.CreativeCommons,
        ["admin"] = Vocabulary.Admin,
        ["xhtml"] = Vocabulary.Xhtml,
        ["georss"] = Vocabulary.GeoRss,
        ["gml"] = Vocabulary.Gml,
        ["geo"] = Vocabulary.Geo,
        ["podcast"] = Vocabulary.Podcast,
        ["psc"] = Vocabulary.Chapters,
        ["sc"] = Vocabulary.Chapters,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Vocabulary>.AlternateLookup<ReadOnlySpan<char>> Names =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Vocabulary>.AlternateLookup<ReadOnlySpan<char>> Prefixes =
        ByPrefix.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The vocabulary of a namespace name; letter case and a last "/" or "#" do not matter.</summary>
    public static Vocabulary OfName(ReadOnlySpan<char> name)
    {
        if (Names.TryGetValue(name.Trim().TrimEnd("/#"), out var found)) return found;
        return name.StartsWith("http://backend.userland.com/rss", StringComparison.OrdinalIgnoreCase) ? Vocabulary.Core : Vocabulary.Other;
    }

    /// <summary>The vocabulary an undeclared prefix stands for by custom.</summary>
    public static Vocabulary OfPrefix(ReadOnlySpan<char> prefix) => Prefixes.TryGetValue(prefix, out var found) ? found : Vocabulary.Other;
}
