using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>What the five themes have in common: the frame of a document, what it says of itself, and lists of links.</summary>
internal static class Pieces
{
    /// <summary>A whole document. The feed is announced on every page, as sites do.</summary>
    public static Markup Document(DemoEdition edition, string title, Markup head, Markup body, string? language = null) => Markup.Of(
        $"""
        <!doctype html>
        <html lang="{language ?? edition.Outlet.Tongue}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="stylesheet" href="/{edition.Outlet.Theme.Style}">
        <link rel="alternate" type="{edition.Outlet.Format(edition).Type.Split(';')[0]}" title="{edition.Outlet.Name}" href="{edition.Feed}">
        {head}
        </head>
        {body}
        </html>

        """);

    public static Markup ListTitle(DemoEdition edition, string? tag) => Markup.Of($"{(tag is null ? "" : $"{tag} – ")}{edition.Outlet.Name}");

    /// <summary>What an article's page says about itself to machines (Open Graph).</summary>
    public static Markup About(DemoEdition edition, DemoPost post) => Markup.Of(
        $"""
        <link rel="canonical" href="{post.Address}">
        <meta name="author" content="{post.Article.Author}">
        <meta name="description" content="{post.Article.Paragraphs[0]}">
        <meta property="og:type" content="article">
        <meta property="og:title" content="{post.Article.Title}">
        <meta property="og:site_name" content="{edition.Outlet.Name}">
        <meta property="og:image" content="{new Uri(post.Address, post.Image)}">
        <meta property="article:published_time" content="{post.Stamp}">
        """);

    public static Markup Links(IEnumerable<DemoPost> posts) =>
        Markup.Each(posts, post => Markup.Of($"""<li><a href="{post.Address}">{post.Article.Title}</a></li>"""));
}
