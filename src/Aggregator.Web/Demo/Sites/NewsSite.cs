using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>A news site with sections, in two editions: a lead, a grid by section, article pages with related links.</summary>
internal sealed class NewsSite : ITheme
{
    public string Style => "news.css";

    public Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts) => Pieces.Document(
        edition,
        Pieces.ListTitle(edition, tag).Html,
        default,
        Frame(edition, Markup.Of(
            $"""
            {Lead(posts[0])}
            {Markup.Each(posts.Skip(1).GroupBy(post => post.Article.Tags[0]), section => Section(edition, section))}
            """)));

    public Markup Post(DemoEdition edition, DemoPost post) => Pieces.Document(
        edition,
        $"{post.Article.Title} | {edition.Outlet.Name}",
        Pieces.About(edition, post),
        Frame(edition, Markup.Of(
            $"""
            <nav class="crumbs" aria-label="{edition.Say("Fil d’Ariane", "Breadcrumb")}"><a href="{edition.Outlet.Home}">{edition.Say("Accueil", "Home")}</a> › <a href="{edition.TagPath(post.Article.Tags[0])}">{post.Article.Tags[0]}</a></nav>
            <article class="story">
            <h1>{post.Article.Title}</h1>
            <p class="byline">{edition.Say("Par", "By")} <a rel="author" href="{edition.Outlet.Home}">{post.Article.Author}</a> <time datetime="{post.Stamp}">{post.Day}</time></p>
            <figure><img src="{post.Image}" alt="" width="800" height="420"></figure>
            <div class="story-body">
            {PostText.Paragraphs(post.Article)}</div>
            </article>
            <aside class="related"><h2>{edition.Say("À lire aussi", "Read also")}</h2><ul>{Pieces.Links(edition.Related(post))}</ul></aside>
            """)));

    private static Markup Lead(DemoPost post) => Markup.Of(
        $"""
        <article class="lead"><a href="{post.Address}"><img src="{post.Image}" alt="" width="800" height="420"></a>
        <div><p class="kicker">{post.Article.Tags[0]}</p><h2><a href="{post.Address}">{post.Article.Title}</a></h2><p>{post.Article.Paragraphs[0]}</p></div></article>
        """);

    private static Markup Section(DemoEdition edition, IGrouping<string, DemoPost> section) => Markup.Of(
        $"""
        <section class="section"><h2><a href="{edition.TagPath(section.Key)}">{section.Key}</a></h2>
        <div class="grid">{Markup.Each(section, Brief)}</div></section>

        """);

    private static Markup Brief(DemoPost post) => Markup.Of(
        $"""
        <article class="brief"><h3><a href="{post.Address}">{post.Article.Title}</a></h3><p>{post.Article.Paragraphs[0]}</p><time datetime="{post.Stamp}">{post.Day}</time></article>

        """);

    private static Markup Frame(DemoEdition edition, Markup main) => Markup.Of(
        $"""
        <body>
        <header class="masthead">
        <p class="title"><a href="{edition.Outlet.Home}">{edition.Outlet.Name}</a></p><p class="motto">{edition.Outlet.Tagline}</p>
        <nav aria-label="{edition.Say("Rubriques", "Sections")}"><ul>{Markup.Each(edition.Sections, section => Markup.Of($"""<li><a href="{edition.TagPath(section)}">{section}</a></li>"""))}<li><a href="{edition.Say("/en/", "/")}">{edition.Say("English edition", "En français")}</a></li></ul></nav>
        </header>
        <main>
        {main}
        </main>
        <section class="newsletter"><h2>{edition.Say("La marée de sept heures", "The seven o’clock tide")}</h2><p>{edition.Say("L’essentiel du matin, avant le café.", "The morning in five lines, before coffee.")}</p>
        <form method="get" action="{edition.Outlet.Home}"><label>{edition.Say("Courriel", "E-mail")} <input type="email" name="email"></label><button type="submit">{edition.Say("Je m’inscris", "Sign me up")}</button></form></section>
        <footer class="foot"><p>© {edition.Outlet.Name}. {edition.Say("Journal inventé pour une démonstration.", "A newspaper invented for a demonstration.")}</p><p><a href="{edition.Feed}">RSS</a></p></footer>
        </body>
        """);
}
