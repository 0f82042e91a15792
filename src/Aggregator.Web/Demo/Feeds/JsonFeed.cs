using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aggregator.Web.Demo.Feeds;

/// <summary>JSON Feed 1.1 with whole texts.</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static FeedFile Of(DemoEdition edition) => new("application/feed+json", new JsonObject
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = edition.Outlet.Name,
        ["home_page_url"] = edition.Home.AbsoluteUri,
        ["feed_url"] = edition.Feed.AbsoluteUri,
        ["description"] = edition.Outlet.Tagline,
        ["language"] = edition.Outlet.Tongue,
        ["items"] = new JsonArray([.. edition.Posts.Select(Item)]),
    }.ToJsonString(Indented));

    private static JsonObject Item(DemoPost post) => new()
    {
        ["id"] = post.Address.AbsoluteUri,
        ["url"] = post.Address.AbsoluteUri,
        ["title"] = post.Article.Title,
        ["summary"] = post.Article.Paragraphs[0],
        ["content_html"] = PostText.FeedBody(post).Html,
        ["image"] = new Uri(post.Address, post.Image).AbsoluteUri,
        ["date_published"] = post.Stamp,
        ["authors"] = new JsonArray(new JsonObject { ["name"] = post.Article.Author }),
        ["tags"] = new JsonArray([.. post.Article.Tags.Select(tag => JsonValue.Create(tag))]),
    };
}
