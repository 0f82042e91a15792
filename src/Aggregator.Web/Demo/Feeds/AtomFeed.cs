using System.Xml.Linq;

namespace Aggregator.Web.Demo.Feeds;

/// <summary>Atom 1.0 with the text as HTML.</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static FeedFile Of(DemoEdition edition) => FeedFile.Of("application/atom+xml", new XElement(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", edition.Outlet.Tongue),
        new XElement(Atom + "id", edition.Home),
        new XElement(Atom + "title", edition.Outlet.Name),
        new XElement(Atom + "subtitle", edition.Outlet.Tagline),
        new XElement(Atom + "updated", edition.Posts[0].Stamp),
        new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", edition.Feed)),
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", edition.Home)),
        edition.Posts.Select(Entry)));

    private static XElement Entry(DemoPost post) => new(
        Atom + "entry",
        new XElement(Atom + "id", post.Address),
        new XElement(Atom + "title", post.Article.Title),
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", post.Address)),
        new XElement(Atom + "published", post.Stamp),
        new XElement(Atom + "updated", post.Stamp),
        new XElement(Atom + "author", new XElement(Atom + "name", post.Article.Author)),
        post.Article.Tags.Select(tag => new XElement(Atom + "category", new XAttribute("term", tag))),
        new XElement(Atom + "summary", post.Article.Paragraphs[0]),
        new XElement(Atom + "content", new XAttribute("type", "html"), PostText.FeedBody(post).Html));
}
