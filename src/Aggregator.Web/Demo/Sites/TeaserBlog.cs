using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A blog of one author whose home page shows how each note begins, and where it goes on: « Lire la suite ».</summary>
internal sealed class TeaserBlog : ITheme
{
    public string Style => "teaser.css";

    public Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts) => Pieces.Document(
        edition, Pieces.ListTitle(edition, tag).Html, default, Frame(edition, posts, Markup.Each(posts, Teaser)));

    public Markup Post(DemoEdition edition, DemoPost post) => Pieces.Document(
        edition,
        $"{post.Article.Title} – {edition.Outlet.Name}",
        Pieces.About(edition, post),
        Frame(edition, edition.Posts, Markup.Of(
            $"""
            <article class="note">
            <h1>{post.Article.Title}</h1>
            <p class="date">Publié le <time datetime="{post.Stamp}">{post.Day}</time> par <span class="auteur" rel="author">{post.Article.Author}</span></p>
            {PostText.Paragraphs(post.Article)}</article>
            <nav class="voisins" aria-label="Autres notes"><h2>Sur le même chemin</h2><ul>{Pieces.Links(edition.Related(post))}</ul></nav>
            """)));

    private static Markup Teaser(DemoPost post) => Markup.Of(
        $"""
        <article class="note teaser">
        <h2><a href="{post.Address}">{post.Article.Title}</a></h2>
        <p class="date"><time datetime="{post.Stamp}">{post.Day}</time></p>
        <p>{post.Article.Paragraphs[0]}</p>
        <p class="suite"><a href="{post.Address}">Lire la suite<span class="cache"> de « {post.Article.Title} »</span></a></p>
        </article>

        """);

    private static Markup Frame(DemoEdition edition, IEnumerable<DemoPost> recent, Markup main) => Markup.Of(
        $"""
        <body>
        <header class="tete"><p class="nom"><a href="/">{edition.Outlet.Name}</a></p><p>{edition.Outlet.Tagline}</p></header>
        <div class="colonnes">
        <main>
        {main}
        </main>
        <aside>
        <section><h2>Notes récentes</h2><ul>{Pieces.Links(recent.Take(4))}</ul></section>
        <section class="lettre"><h2>La lettre</h2><p>Une note par semaine, sans image.</p><form method="get" action="/"><input type="email" name="courriel" aria-label="Courriel"><button type="submit">Recevoir</button></form></section>
        </aside>
        </div>
        <footer class="pied">Les textes de ce blog peuvent être repris, à condition de dire d’où ils viennent. <a href="{edition.Feed}">Atom</a></footer>
        </body>
        """);
}
