using Aggregator.Web.Shared;

namespace Aggregator.Web.Demo.Sites;

/// <summary>The blog of an agency, in a business theme: cards with pictures, microdata that browsers do not show, an offer in the margin.</summary>
internal sealed class AgencyBlog : ITheme
{
    public string Style => "agency.css";

    public Markup List(DemoEdition edition, string? tag, IReadOnlyList<DemoPost> posts) => Pieces.Document(
        edition,
        Pieces.ListTitle(edition, tag).Html,
        default,
        Frame(edition, Markup.Of(
            $"""
            <h1 class="page-heading">{tag ?? "Journal"}</h1>
            <div class="cards">
            {Markup.Each(posts, Card)}</div>
            """)));

    public Markup Post(DemoEdition edition, DemoPost post) => Pieces.Document(
        edition,
        $"{post.Article.Title} - {edition.Outlet.Name}",
        Pieces.About(edition, post),
        Frame(edition, Markup.Of(
            $"""
            <article class="entry" itemscope itemtype="https://schema.org/BlogPosting">
            <figure class="entry-media"><img src="{post.Image}" alt="" width="800" height="420" itemprop="image"></figure>
            <h1 itemprop="headline">{post.Article.Title}</h1>
            <p class="entry-meta">By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{post.Article.Author}</span></span>, <time itemprop="datePublished" datetime="{post.Stamp}">{post.Day}</time></p>
            <div hidden itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">{edition.Outlet.Name}</span></div>
            <div class="entry-body" itemprop="articleBody">
            {PostText.Paragraphs(post.Article)}</div>
            <ul class="entry-tags">{Markup.Each(post.Article.Tags, tag => Markup.Of($"""<li><a href="{edition.TagPath(tag)}" rel="tag">{tag}</a></li>"""))}</ul>
            </article>
            <section class="related"><h2>You may also like</h2><div class="cards">{Markup.Each(edition.Related(post), Card)}</div></section>
            """)));

    private static Markup Card(DemoPost post) => Markup.Of(
        $"""
        <article class="card" itemscope itemtype="https://schema.org/BlogPosting">
        <a class="card-media" href="{post.Address}" tabindex="-1"><img src="{post.Image}" alt="" width="800" height="420" loading="lazy" itemprop="image"></a>
        <h2 itemprop="headline"><a href="{post.Address}" itemprop="url">{post.Article.Title}</a></h2>
        <p class="card-meta"><time itemprop="datePublished" datetime="{post.Stamp}">{post.Day}</time></p>
        <p itemprop="description">{post.Article.Paragraphs[0]}</p>
        <a class="card-more" href="{post.Address}">Continue reading</a>
        </article>

        """);

    private static Markup Frame(DemoEdition edition, Markup main) => Markup.Of(
        $"""
        <body>
        <header class="bar"><a class="brand" href="/">{edition.Outlet.Name}</a>
        <nav><ul><li><a href="/">Journal</a></li><li><a href="{edition.TagPath("Media planning")}">Media planning</a></li><li><a href="{edition.TagPath("Small business")}">Small business</a></li><li><a href="{edition.TagPath("Campaigns")}">Campaigns</a></li></ul></nav></header>
        <div class="layout">
        <main>
        {main}
        </main>
        <aside class="sidebar">
        <div class="offer"><h3>Need a second pair of eyes?</h3><p>Book a half-hour call with a planner. Coffee is on us.</p></div>
        <form class="newsletter" method="get" action="/"><h3>The Tide Table, monthly</h3><label>E-mail <input type="email" name="email"></label><button type="submit">Sign up</button></form>
        </aside>
        </div>
        <footer class="foot"><p>{edition.Outlet.Name}, {edition.Outlet.Tagline.ToLowerInvariant()}. <a href="{edition.Feed}">JSON Feed</a></p></footer>
        </body>
        """);
}
