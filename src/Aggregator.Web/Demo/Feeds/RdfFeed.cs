using System.Xml.Linq;

namespace Aggregator.Web.Demo.Feeds;

/// <summary>RSS 1.0, the RDF one, with first paragraphs: old newspapers still give it.</summary>
internal static class RdfFeed
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Rss = "http://purl.org/rss/1.0/";

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static FeedFile Of(DemoEdition edition) => FeedFile.Of("application/rdf+xml", new XElement(
        Rdf + "RDF",
        new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
        new XAttribute("xmlns", Rss),
        new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XElement(
            Rss + "channel",
            new XAttribute(Rdf + "about", edition.Feed),
            new XElement(Rss + "title", edition.Outlet.Name),
            new XElement(Rss + "link", edition.Home),
            new XElement(Rss + "description", edition.Outlet.Tagline),
            new XElement(Dc + "language", edition.Outlet.Tongue),
            new XElement(Rss + "items", new XElement(
                Rdf + "Seq", edition.Posts.Select(post => new XElement(Rdf + "li", new XAttribute(Rdf + "resource", post.Address)))))),
        edition.Posts.Select(Item)));

    private static XElement Item(DemoPost post) => new(
        Rss + "item",
        new XAttribute(Rdf + "about", post.Address),
        new XElement(Rss + "title", post.Article.Title),
        new XElement(Rss + "link", post.Address),
        new XElement(Rss + "description", post.Article.Paragraphs[0]),
        new XElement(Dc + "creator", post.Article.Author),
        new XElement(Dc + "date", post.Stamp),
        post.Article.Tags.Select(tag => new XElement(Dc + "subject", tag)));
}
