using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A link log: one list of links, each with the curator's comment, the passages she quotes, tags and the source.</summary>
internal sealed class LinkLog : ITheme
{
    public string Style => "links.css";

    public Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts) => Pieces.Document(
        edition,
        Pieces.ListTitle(edition, tag).Html,
        default,
        Frame(edition, Markup.Of(
            $"""
            {(tag is null ? default : Markup.Of($"<h1>#{tag}</h1>"))}
            <ol class="log">
            {Markup.Each(posts, post => Markup.Of($"""<li class="pin" id="{post.Article.Slug}">{Entry(edition, post, "h2")}</li>{"\n"}"""))}</ol>
            """)));

    public Markup Post(DemoEdition edition, DemoPost post) => Pieces.Document(
        edition,
        $"{post.Article.Title} | {edition.Outlet.Name}",
        Pieces.About(edition, post),
        Frame(edition, Markup.Of(
            $"""
            <article class="pin">{Entry(edition, post, "h1")}</article>
            <aside class="also"><h2>Épinglés aussi</h2><ul>{Pieces.Links(edition.Related(post))}</ul></aside>
            """)));

    private static Markup Entry(DemoEdition edition, DemoPost post, string heading) => Markup.Of(
        $"""
        <{heading}><a class="target" href="{post.Target}" rel="external">{post.Article.Title}</a></{heading}>
        <div class="comment">
        {PostText.Paragraphs(post.Article)}{PostText.Quotations(post)}</div>
        <footer class="pin-foot"><ul class="tags">{Markup.Each(post.Article.Tags, tag => Markup.Of($"""<li><a href="{edition.TagPath(tag)}" rel="tag">#{tag}</a></li>"""))}</ul>
        <p class="origin">Source : <a href="{post.Target}">{post.Origin}</a></p>
        <p class="when"><a href="{post.Address}"><time datetime="{post.Stamp}">{post.Day}</time></a> par <span rel="author">{post.Article.Author}</span></p></footer>
        """);

    private static Markup Frame(DemoEdition edition, Markup main) => Markup.Of(
        $"""
        <body class="links">
        <header><a class="name" href="/">{edition.Outlet.Name}</a><p>{edition.Outlet.Tagline}</p>
        <nav><a href="/">Tout</a> <a href="{edition.TagPath("attention")}">#attention</a> <a href="{edition.TagPath("Murmo")}">#Murmo</a> <a href="{edition.Feed}">RSS</a></nav></header>
        <main>
        {main}
        </main>
        <form class="newsletter" method="get" action="/"><p>Dix liens le dimanche, dans votre boîte.</p><input type="email" name="courriel" aria-label="Courriel"><button type="submit">Je m’abonne</button></form>
        <footer>Tenu à la main depuis une cuisine.</footer>
        </body>
        """);
}
