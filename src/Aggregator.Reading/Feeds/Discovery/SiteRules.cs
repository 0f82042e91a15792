namespace Aggregator.Reading.Feeds.Discovery;

/// <summary>The sites and programs whose feeds are where one must know them to be. Data only: how it is read stands in <see cref="SiteRule"/>.</summary>
internal static class SiteRules
{
    /// <summary>By address. Of a site that stands here with its own name, the rules for all hosts do not count.</summary>
    public static IReadOnlyList<SiteRule> OfSites { get; } =
    [
        new("youtube.com", "/channel/{id}/**", "https://www.youtube.com/feeds/videos.xml?channel_id={id}"),
        new("youtube.com", "/user/{name}/**", "https://www.youtube.com/feeds/videos.xml?user={name}"),
        new("youtube.com", "/playlist?list={id}", "https://www.youtube.com/feeds/videos.xml?playlist_id={id}"),
        new("youtube.com", "/watch?list={id}", "https://www.youtube.com/feeds/videos.xml?playlist_id={id}"),
        new("reddit.com", "/", "https://www.reddit.com/.rss"),
        new("reddit.com", "/r/{name}", "https://www.reddit.com/r/{name}/.rss"),
        new("reddit.com", "/r/{name}/hot", "https://www.reddit.com/r/{name}/.rss"),
        new("reddit.com", "/r/{name}/new", "https://www.reddit.com/r/{name}/new/.rss"),
        new("reddit.com", "/r/{name}/top", "https://www.reddit.com/r/{name}/top/.rss"),
        new("reddit.com", "/r/{name}/comments/{id}/**", "https://www.reddit.com/r/{name}/comments/{id}/.rss"),
        new("reddit.com", "/user/{name}/**", "https://www.reddit.com/user/{name}/.rss"),
        new("reddit.com", "/u/{name}/**", "https://www.reddit.com/user/{name}/.rss"),
        new("bsky.app", "/profile/{name}/**", "https://bsky.app/profile/{name}/rss"),
        new("github.com", "/{user}", "https://github.com/{user}.atom"),
        new("github.com", "/{user}/{project}", "https://github.com/{user}/{project}/releases.atom", "Releases"),
        new("github.com", "/{user}/{project}", "https://github.com/{user}/{project}/commits.atom", "Commits"),
        new("github.com", "/{user}/{project}", "https://github.com/{user}/{project}/tags.atom", "Tags"),
        new("github.com", "/{user}/{project}/releases/**", "https://github.com/{user}/{project}/releases.atom", "Releases"),
        new("github.com", "/{user}/{project}/tags", "https://github.com/{user}/{project}/tags.atom", "Tags"),
        new("github.com", "/{user}/{project}/commits", "https://github.com/{user}/{project}/commits.atom", "Commits"),
        new("github.com", "/{user}/{project}/commits/{branch}", "https://github.com/{user}/{project}/commits/{branch}.atom", "Commits"),
        new("github.com", "/{user}/{project}/tree/{branch}", "https://github.com/{user}/{project}/commits/{branch}.atom", "Commits"),
        new("github.com", "/{user}/{project}/wiki/**", "https://github.com/{user}/{project}/wiki.atom", "Wiki"),
        new("medium.com", "/@{name}/**", "https://medium.com/feed/@{name}"),
        new("medium.com", "/tag/{tag}/**", "https://medium.com/feed/tag/{tag}"),
        new("medium.com", "/{name}/tagged/{tag}", "https://medium.com/feed/{name}/tagged/{tag}"),
        new("medium.com", "/{name}/**", "https://medium.com/feed/{name}"),
        new("*.medium.com", "/**", "https://{sub}.medium.com/feed"),
        new("*.substack.com", "/**", "https://{sub}.substack.com/feed"),
        new("*.wordpress.com", "/category/{name}/**", "https://{sub}.wordpress.com/category/{name}/feed/"),
        new("*.wordpress.com", "/tag/{name}/**", "https://{sub}.wordpress.com/tag/{name}/feed/"),
        new("*.wordpress.com", "/**", "https://{sub}.wordpress.com/feed/"),
        new("*.tumblr.com", "/tagged/{tag}/**", "https://{sub}.tumblr.com/tagged/{tag}/rss"),
        new("*.tumblr.com", "/**", "https://{sub}.tumblr.com/rss"),
        new("tumblr.com", "/{name}/**", "https://{name}.tumblr.com/rss"),
        new("*.blogspot.com", "/**", "https://{sub}.blogspot.com/feeds/posts/default"),
        new("vimeo.com", "/channels/{name}/**", "https://vimeo.com/channels/{name}/videos/rss"),
        new("vimeo.com", "/{name}", "https://vimeo.com/{name}/videos/rss"),
        new("dailymotion.com", "/{name}", "https://www.dailymotion.com/rss/user/{name}"),
        new("news.google.com", "/search?q={words}", "https://news.google.com/rss/search?q={words}"),
        new("news.google.com", "/topics/{id}", "https://news.google.com/rss/topics/{id}"),
        new("news.ycombinator.com", "/**", "https://news.ycombinator.com/rss"),
        new("*", "/@{name}", "{origin}/@{name}.rss"), // Mastodon and its kin, on whatever host
        new("*", "/@{name}/with_replies", "{origin}/@{name}.rss"),
        new("*", "/users/{name}", "{origin}/users/{name}.rss"),
        new("*", "/tags/{tag}", "{origin}/tags/{tag}.rss"),
    ];

    /// <summary>By what the page says it was made with (meta generator, in lower case): feeds relative to the page's folder and to the site.</summary>
    public static IReadOnlyList<(string Generator, string Feed)> OfPrograms { get; } =
    [
        ("wordpress", "feed/"), ("ghost", "rss/"), ("hugo", "index.xml"), ("jekyll", "feed.xml"), ("blogger", "feeds/posts/default"),
        ("drupal", "rss.xml"), ("joomla", "?format=feed&type=rss"), ("spip", "spip.php?page=backend"), ("dotclear", "feed/atom"),
        ("tumblr", "rss"), ("wix", "blog-feed.xml"), ("squarespace", "?format=rss"), ("eleventy", "feed.xml"), ("typo3", "feed.xml"), ("movable type", "atom.xml"),
    ];

    /// <summary>Where sites have feeds that they do not name, the commonest first.</summary>
    public static IReadOnlyList<string> UsualPaths { get; } =
        ["feed/", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "spip.php?page=backend"];
}
