using System.Collections.Frozen;
using Aggregator.Web.Demo.Sites;
using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo;

/// <summary>All that one host answers: pages, feeds, style sheets, pictures, each at its path.</summary>
internal static class DemoSite
{
    public static FrozenDictionary<string, WebFile> FilesOf(IEnumerable<DemoEdition> editions) =>
        editions.SelectMany(FilesOf).DistinctBy(file => file.Path).ToFrozenDictionary(file => file.Path, file => file.File, StringComparer.Ordinal);

    private static IEnumerable<(string Path, WebFile File)> FilesOf(DemoEdition edition)
    {
        var theme = edition.Outlet.Theme;
        var newest = edition.Posts[0].Published;
        var feed = edition.Outlet.Format(edition);
        yield return (edition.Outlet.Home, Page(theme.List(edition, null, edition.Posts), newest));
        yield return (edition.Outlet.Feed, WebFile.Of(feed.Type, feed.Text, newest));
        yield return ($"/{theme.Style}", WebFile.Of("text/css; charset=utf-8", DemoResource.Text($"styles/{theme.Style}"), edition.Posts[^1].Published));
        foreach (var tag in edition.Posts.SelectMany(post => post.Article.Tags).DistinctBy(edition.TagPath))
        {
            var posts = edition.Posts.Where(post => post.Article.Tags.Any(other => edition.TagPath(other) == edition.TagPath(tag))).ToList();
            yield return (edition.TagPath(tag), Page(theme.List(edition, tag, posts), posts[0].Published));
        }

        foreach (var post in edition.Posts)
        {
            yield return (post.Address.AbsolutePath, Page(theme.Post(edition, post), post.Published));
            yield return (post.Image, new WebFile("image/png", Illustration.Of(post.Article.Slug), post.Published));
        }
    }

    private static WebFile Page(Markup html, DateTimeOffset changed) => WebFile.Of("text/html; charset=utf-8", html.Html, changed);
}
