using Aggregator.Reading.Feeds.Discovery;

namespace Aggregator.Tests.Reading.Feeds;

public sealed class FeedDiscoveryTests
{
    private static readonly Uri Page = new("https://press.example/medias/index.html");

    [Theory]
    [InlineData("https://press.example/feed", "https://press.example/feed")]
    [InlineData("  press.example/feed \n", "https://press.example/feed")]
    [InlineData("<https://press.example/>", "https://press.example/")]
    [InlineData("« press.example »", "https://press.example/")]
    [InlineData("feed://press.example/feed", "http://press.example/feed")]
    [InlineData("feed:https://press.example/feed", "https://press.example/feed")]
    [InlineData("@claire@social.example", "https://social.example/@claire")]
    [InlineData("localhost:8080/feed", "https://localhost:8080/feed")]
    [InlineData("http://127.0.0.1/feed", "http://127.0.0.1/feed")]
    public void What_people_paste_becomes_an_address(string pasted, string address) => Assert.Equal(address, FeedDiscovery.Address(pasted)?.AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Le Monde")]
    [InlineData("lemonde")]
    [InlineData("mailto:claire@press.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://press.example/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me:secret@press.example/")]
    [InlineData("@claire")]
    [InlineData("@@")]
    [InlineData("http://")]
    [InlineData("feed:")]
    public void What_is_no_address_is_none(string? pasted) => Assert.Null(FeedDiscovery.Address(pasted));

    [Theory]
    [InlineData("https://www.youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw", "https://www.youtube.com/feeds/videos.xml?channel_id=UC_x5XG1OV2P6uZZ5FSM9Ttw")]
    [InlineData("https://m.youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw/videos", "https://www.youtube.com/feeds/videos.xml?channel_id=UC_x5XG1OV2P6uZZ5FSM9Ttw")]
    [InlineData("https://youtube.com/playlist?list=PL123-_a", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL123-_a")]
    [InlineData("https://www.youtube.com/watch?v=abc&list=PL123", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL123")]
    [InlineData("https://www.reddit.com/r/france", "https://www.reddit.com/r/france/.rss")]
    [InlineData("https://old.reddit.com/r/france/top/", "https://www.reddit.com/r/france/top/.rss")]
    [InlineData("https://www.reddit.com/user/claire/submitted", "https://www.reddit.com/user/claire/.rss")]
    [InlineData("https://social.example/@claire", "https://social.example/@claire.rss")]
    [InlineData("https://social.example/tags/presse", "https://social.example/tags/presse.rss")]
    [InlineData("https://bsky.app/profile/claire.press.example", "https://bsky.app/profile/claire.press.example/rss")]
    [InlineData("https://bsky.app/profile/did:plc:abc123", "https://bsky.app/profile/did:plc:abc123/rss")]
    [InlineData("https://github.com/dotnet", "https://github.com/dotnet.atom")]
    [InlineData("https://github.com/dotnet/runtime/releases/tag/v10.0.0", "https://github.com/dotnet/runtime/releases.atom")]
    [InlineData("https://github.com/dotnet/runtime/commits/main", "https://github.com/dotnet/runtime/commits/main.atom")]
    [InlineData("https://medium.com/@claire", "https://medium.com/feed/@claire")]
    [InlineData("https://medium.com/the-press/a-story-123", "https://medium.com/feed/the-press")]
    [InlineData("https://medium.com/tag/journalism", "https://medium.com/feed/tag/journalism")]
    [InlineData("https://claire.medium.com/a-story-123", "https://claire.medium.com/feed")]
    [InlineData("https://claire.substack.com/p/lettre-12", "https://claire.substack.com/feed")]
    [InlineData("https://claire.wordpress.com/2026/11/billet/", "https://claire.wordpress.com/feed/")]
    [InlineData("https://claire.wordpress.com/category/presse/", "https://claire.wordpress.com/category/presse/feed/")]
    [InlineData("https://claire.tumblr.com/post/12", "https://claire.tumblr.com/rss")]
    [InlineData("https://www.tumblr.com/claire/12", "https://claire.tumblr.com/rss")]
    [InlineData("https://claire.blogspot.com/2026/11/billet.html", "https://claire.blogspot.com/feeds/posts/default")]
    public void Known_sites_have_their_feeds_at_known_places(string address, string feed) =>
        Assert.Equal([(feed, FeedOrigin.Rule)], FeedDiscovery.ByRules(new(address)).Select(found => (found.Url, found.Origin)));

    [Theory]
    [InlineData("https://www.youtube.com/@claire")] // the page must say which channel that is
    [InlineData("https://www.youtube.com/watch?v=abc")]
    [InlineData("https://press.example/2026/un-article")]
    [InlineData("https://social.example/@claire.rss")]
    [InlineData("https://social.example/@claire/112233")]
    [InlineData("https://notyoutube.com/channel/UC123")]
    [InlineData("https://youtube.com.evil.example/channel/UC123")]
    [InlineData("https://www.substack.com/home")]
    public void Other_addresses_have_none(string address) => Assert.Empty(FeedDiscovery.ByRules(new(address)));

    [Fact]
    public void A_project_has_several_feeds() => Assert.Equal(
        [("https://github.com/dotnet/runtime/releases.atom", "Releases"), ("https://github.com/dotnet/runtime/commits.atom", "Commits"), ("https://github.com/dotnet/runtime/tags.atom", "Tags")],
        FeedDiscovery.ByRules(new("https://github.com/dotnet/runtime")).Select(feed => (feed.Url, feed.Title)));

    [Fact]
    public void A_page_names_its_feeds_and_not_its_interface()
    {
        const string html = """
            <html><head><base href="/base/"><link rel="alternate" hreflang="en" href="/en/">
            <link rel="alternate" type="application/rss+xml" title=" La  Presse " href="feed.xml">
            <LINK REL="Alternate Feed" TYPE="application/atom+xml; charset=utf-8" HREF="//cdn.example/atom">
            <link rel="alternate" type="application/rss+xml" title="Commentaires" href="/comments/feed/">
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
            <link rel="alternate" type="application/json" href="/feed.json">
            <link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            <link rel="feed stylesheet" href="/style"></head><body></body></html>
            """;
        var found = FeedDiscovery.InPage(html, Page);
        Assert.Equal(
            ["https://press.example/base/feed.xml", "https://cdn.example/atom", "https://press.example/comments/feed/", "https://press.example/feed.json"], found.Select(feed => feed.Url));
        Assert.Equal(["La Presse", null, "Commentaires", null], found.Select(feed => feed.Title));
        Assert.Equal([false, false, true, false], found.Select(feed => feed.IsAboutComments));
        Assert.All(found, feed => Assert.Equal(FeedOrigin.Named, feed.Origin));
    }

    [Theory]
    [InlineData("""<link rel="canonical" href="https://www.youtube.com/channel/UC123">""")]
    [InlineData("""<meta itemprop="identifier" content="UC123">""")]
    [InlineData("""<meta property="og:url" content="https://www.youtube.com/channel/UC123">""")]
    public void A_handle_is_known_by_what_the_page_says_of_itself(string head) => Assert.Equal(
        ["https://www.youtube.com/feeds/videos.xml?channel_id=UC123"],
        FeedDiscovery.InPage($"<html><head>{head}</head></html>", new("https://www.youtube.com/@claire")).Select(feed => feed.Url));

    [Fact]
    public void What_made_a_page_and_what_it_links_to_tell_where_to_look()
    {
        const string html = """
            <meta name="Generator" content="WordPress 6.5"><a href="/medias/rss.xml">RSS</a><a href="https://other.example/feed">theirs</a>
            <a href="/feedback">write to us</a><a href="https://feeds.feedburner.com/presse/rss">ours</a>
            """;
        Assert.Equal(
            [
                "https://press.example/medias/feed/", "https://press.example/feed/", "https://press.example/medias/rss.xml", "https://feeds.feedburner.com/presse/rss",
            ],
            FeedDiscovery.InPage(html, new("https://press.example/medias/")).Select(feed => feed.Url));
    }

    [Fact]
    public void Usual_places_are_few_and_the_nearest_come_first()
    {
        var tried = FeedDiscovery.AtUsualPaths(new("https://press.example/medias/?page=2"));
        Assert.InRange(tried.Count, 8, 16);
        Assert.Equal(["https://press.example/medias/feed/", "https://press.example/feed/", "https://press.example/medias/rss"], tried.Take(3).Select(feed => feed.Url));
        Assert.Equal("https://press.example/feed/", FeedDiscovery.AtUsualPaths(new("https://press.example"))[0].Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<link rel=alternate type=application/rss+xml href='http://[::'>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=''>")]
    [InlineData("<base href='javascript:x'><a href='\uD800/feed'>")]
    public void No_page_makes_it_throw(string html) => Assert.NotNull(FeedDiscovery.InPage(html, Page));

    [Theory]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="feed:https://press.example/actu">""", "https://press.example/actu")]
    [InlineData("""<link rel="alternate" type="application/atom+xml" href="feed://press.example/actu">""", "http://press.example/actu")]
    [InlineData("""<a href="feed:https://press.example/actu">S’abonner</a>""", "https://press.example/actu")]
    [InlineData("""<a href="/export?id=3">Flux RSS</a>""", "https://press.example/export?id=3")]
    [InlineData("""<a href="/suivre/tout">Le flux</a>""", "https://press.example/suivre/tout")]
    [InlineData("""<a href="https://diffusion.example/presse">RSS</a>""", "https://diffusion.example/presse")]
    [InlineData("""<a href="/x1" aria-label="RSS"><svg><path d="M0 0"/></svg></a>""", "https://press.example/x1")]
    [InlineData("""<a href="/x1"><img src="i.png" alt="Fil RSS"></a>""", "https://press.example/x1")]
    [InlineData("""<a href="/x1" title="Atom feed"><i class="icon"></i></a>""", "https://press.example/x1")]
    [InlineData("""<a href="/x1"><svg><title>RSS</title></svg></a>""", "https://press.example/x1")]
    [InlineData("""<a href="/x1"><i class="fa fa-rss"></i></a>""", "https://press.example/x1")]
    public void A_page_says_in_many_ways_where_its_feed_is(string html, string feed) =>
        Assert.Equal([feed], FeedDiscovery.InPage($"<html><body>{html}</body></html>", Page).Select(found => found.Url));

    [Theory]
    [InlineData("""<a href="/a">Les flux migratoires en Europe depuis vingt ans, en cartes et en chiffres</a>""")]
    [InlineData("""<a href="/a">Comment les lecteurs de flux RSS reviennent, dix ans après la mort du plus connu</a>""")]
    [InlineData("""<a href="mailto:rss@press.example">RSS</a>""")]
    [InlineData("""<a href="#rss">RSS</a>""")]
    [InlineData("""<a href="https://press.example/medias/index.html">RSS</a>""")]
    [InlineData("""<a href="/a">Carnets de crossroads</a>""")]
    public void Words_about_feeds_are_no_feeds(string html) => Assert.Empty(FeedDiscovery.InPage($"<html><body>{html}</body></html>", Page));

    [Fact]
    public void A_page_that_lists_feeds_gives_them_all_by_their_names()
    {
        var rows = string.Concat(Enumerable.Range(1, 12).Select(n => $"<li>Rubrique {n} <a href=\"/rss/rubrique-{n}\">RSS</a></li>"));
        var found = FeedDiscovery.InPage($"<html><body><h1>Nos flux</h1><ul>{rows}</ul></body></html>", Page);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"https://press.example/rss/rubrique-{n}"), found.Select(feed => feed.Url));
        Assert.Equal("Rubrique 3", found[2].Title);
    }
}
