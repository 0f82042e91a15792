namespace Aggregator.Web.Demo;

/// <summary>The text of a post, as pages and feeds carry it.</summary>
internal static class PostText
{
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
}
