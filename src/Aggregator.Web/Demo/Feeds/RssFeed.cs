using System.Globalization;
using System.Xml.Linq;

namespace Aggregator.Web.Demo.Feeds;

/// <summary>RSS 2.0 in three habits of publishers: whole texts, first paragraphs, and links with a comment.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/", Dc = "http://purl.org/dc/elements/1.1/";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The text in <c>content:encoded</c> beside a summary.</summary>
    public static FeedFile OfWholeTexts(DemoEdition edition) => Make(edition, post =>
    [
        new XElement("description", post.Article.Paragraphs[0]),
        new XElement(Content + "encoded", new XCData(PostText.FeedBody(post).Html)),
    ]);

    /// <summary>The first paragraph and nothing more.</summary>
    public static FeedFile OfExcerpts(DemoEdition edition) => Make(edition, post => [new XElement("description", post.Article.Paragraphs[0])]);

    /// <summary>Link, comment and quotations as HTML in the description; the item's own address is the entry in the log.</summary>
    public static FeedFile OfLinks(DemoEdition edition) => Make(edition, post => [new XElement("description", PostText.FeedBody(post).Html)]);

    private static FeedFile Make(DemoEdition edition, Func<DemoPost, IEnumerable<XElement>> body) => FeedFile.Of("application/rss+xml", new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "content", Content),
        new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XElement(
            "channel",
            new XElement("title", edition.Outlet.Name),
            new XElement("link", edition.Home),
            new XElement("description", edition.Outlet.Tagline),
            new XElement("language", edition.Outlet.Tongue),
            new XElement("lastBuildDate", Date(edition.Posts[0].Published)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"), new XAttribute("href", edition.Feed)),
            edition.Posts.Select(post => Item(post, body(post))))));

    private static XElement Item(DemoPost post, IEnumerable<XElement> body) => new(
        "item",
        new XElement("title", post.Article.Title),
        new XElement("link", post.Address),
        new XElement("guid", new XAttribute("isPermaLink", "true"), post.Address),
        new XElement("pubDate", Date(post.Published)),
        new XElement(Dc + "creator", post.Article.Author),
        post.Article.Tags.Select(tag => new XElement("category", tag)),
        body);

    private static string Date(DateTimeOffset time) => time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
