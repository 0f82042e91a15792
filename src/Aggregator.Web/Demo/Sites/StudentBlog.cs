using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A student blog: its home page holds whole posts one after the other, in two languages, the topics above each title.</summary>
internal sealed class StudentBlog : ITheme
{
    public string Style => "student.css";

    public Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts) => Pieces.Document(
        edition, Pieces.ListTitle(edition, tag).Html, default, Frame(edition, Markup.Each(posts, post => Entry(edition, post, heading: "h2"))));

    public Markup Post(DemoEdition edition, DemoPost post) => Pieces.Document(
        edition,
        $"{post.Article.Title} | {edition.Outlet.Name}",
        Pieces.About(edition, post),
        Frame(edition, Markup.Of(
            $"""
            {Entry(edition, post, heading: "h1")}
            <aside class="more-posts"><h2>Et aussi dans les carnets</h2><ul>{Pieces.Links(edition.Related(post))}</ul></aside>
            """)),
        post.Article.Language);

    private static Markup Entry(DemoEdition edition, DemoPost post, string heading) => Markup.Of(
        $"""
        <article class="post" id="{post.Article.Slug}" lang="{post.Article.Language}">
        <header class="post-header">
        <p class="topics">{Markup.Each(post.Article.Tags, tag => Markup.Of($"""<a href="{edition.TagPath(tag)}" rel="tag">{tag}</a> """))}</p>
        <{heading} class="post-title"><a href="{post.Address}" rel="bookmark">{post.Article.Title}</a></{heading}>
        <p class="post-meta"><span class="author" rel="author">{post.Article.Author}</span> · <time datetime="{post.Stamp}">{post.Day}</time></p>
        </header>
        <div class="post-content">
        {PostText.Paragraphs(post.Article)}</div>
        </article>

        """);

    private static Markup Frame(DemoEdition edition, Markup main) => Markup.Of(
        $"""
        <body class="blog">
        <header class="site-header">
        <p class="site-title"><a href="/" rel="home">{edition.Outlet.Name}</a></p>
        <p class="site-description">{edition.Outlet.Tagline}</p>
        <nav aria-label="Menu"><ul><li><a href="/">Accueil</a></li><li><a href="{edition.TagPath("Réseaux sociaux")}">Réseaux sociaux</a></li><li><a href="{edition.TagPath("Social networks")}" lang="en">Social networks</a></li><li><a href="{edition.TagPath("Presse")}">Presse</a></li></ul></nav>
        </header>
        <main>
        {main}</main>
        <aside class="widget newsletter">
        <h2>Nos billets par courriel</h2>
        <form method="get" action="/"><label>Adresse <input type="email" name="courriel"></label> <button type="submit">S’inscrire</button></form>
        </aside>
        <footer class="site-footer"><p>Un blog d’étudiants, relu par personne d’autre. <a href="{edition.Feed}">RSS</a></p></footer>
        </body>
        """);
}
