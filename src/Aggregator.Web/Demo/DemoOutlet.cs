using Aggregator.Web.Demo.Feeds;
using Aggregator.Web.Demo.Sites;
using Aggregator.Web.Features;

namespace Aggregator.Web.Demo;

/// <summary>An invented outlet: a site, or the edition of a site in another language.</summary>
/// <param name="Key">Its name in the files of articles.</param>
/// <param name="Site">The host it shares with its other editions.</param>
/// <param name="Language">Null for a site that writes in two.</param>
/// <param name="Home">Path of its home page, with a slash at the end.</param>
/// <param name="Pages">Path of its articles; the slug follows.</param>
/// <param name="Feed">Path of its feed.</param>
internal sealed record DemoOutlet(
    string Key, string Name, string Site, string? Language, string Tagline, IReadOnlyList<string> Topics, string Home, string Pages, string Feed)
{
    /// <summary>How its pages look.</summary>
    public required ITheme Theme { get; init; }

    /// <summary>How its feed is written.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The language of its navigation.</summary>
    public string Tongue => Language ?? "fr";

    /// <summary>All of them: five sites, of which one has two editions.</summary>
    public static IReadOnlyList<DemoOutlet> All { get; } =
    [
        new("estuaire", "L’Estuaire", "estuaire", "fr", "Le quotidien des Sept-Ports", ["presse", "plateformes", "économie"], "/", "/article/", "/rss.xml")
        {
            Theme = new NewsSite(), Format = RssFeed.OfExcerpts,
        },
        new("estuary", "The Estuary", "estuaire", "en", "The Seven Ports in English", ["presse", "plateformes", "économie"], "/en/", "/en/article/", "/en/feed.rdf")
        {
            Theme = new NewsSite(), Format = RdfFeed.Of,
        },
        new("carnets", "Carnets du Môle", "carnets", null, "Le blog du master Usages et médias, Port-Lannec", ["réseaux sociaux", "usages"], "/", "/billets/", "/feed/")
        {
            Theme = new StudentBlog(), Format = RssFeed.OfWholeTexts,
        },
        new("fathom", "Fathom & Pike", "fathom", "en", "Notes from a small agency by the harbour", ["marketing", "marques"], "/", "/journal/", "/feed.json")
        {
            Theme = new AgencyBlog(), Format = JsonFeed.Of,
        },
        new("pasdecote", "Le Pas de côté", "pasdecote", "fr", "Basile Quennec regarde le numérique de biais", ["presse", "attention"], "/", "/notes/", "/atom.xml")
        {
            Theme = new TeaserBlog(), Format = AtomFeed.Of,
        },
        new("epingles", "Épingles", "epingles", "fr", "Les liens de Maud Kerouel, commentés", ["veille", "plateformes"], "/", "/messages/", "/rss")
        {
            Theme = new LinkLog(), Format = RssFeed.OfLinks,
        },
    ];
}
