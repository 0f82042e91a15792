using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>What the five themes have in common: the frame of a document, and the text of an article.</summary>
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

    public static Markup Paragraphs(DemoArticle article) => Markup.Each(article.Paragraphs, text => Markup.Of($"<p>{text}</p>\n"));

    public static Markup Quotations(DemoPost post) => Markup.Each(post.Article.Quoted, text => Markup.Of(
        $"""
        <blockquote cite="{post.Target}"><p>{text}</p></blockquote>

        """));

    /// <summary>The text as feeds carry it.</summary>
    public static Markup FeedBody(DemoPost post) => post.Target is null
        ? Paragraphs(post.Article)
        : Markup.Of(
            $"""
            <p><a href="{post.Target}">{post.Article.Title}</a></p>
            {Paragraphs(post.Article)}{Quotations(post)}
            """);

    public static Markup Links(IEnumerable<DemoPost> posts) =>
        Markup.Each(posts, post => Markup.Of($"""<li><a href="{post.Address}">{post.Article.Title}</a></li>"""));
}
