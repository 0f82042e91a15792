using System.Globalization;
using Aggregator.Reading.Text;

namespace Aggregator.Web.Demo;

/// <summary>An outlet as it stands on the web of one run: with addresses and dates.</summary>
/// <param name="Root">Address of its host.</param>
/// <param name="Posts">What it has published, newest first.</param>
internal sealed record DemoEdition(DemoOutlet Outlet, Uri Root, IReadOnlyList<DemoPost> Posts)
{
    public Uri Home => new(Root, Outlet.Home);

    public Uri Feed => new(Root, Outlet.Feed);

    /// <summary>The sections of a newspaper, in the order of the alphabet.</summary>
    public IEnumerable<string> Sections => Posts.Select(post => post.Article.Tags[0]).Distinct().Order(StringComparer.InvariantCulture);

    /// <summary>The words in the language of the outlet; both stand where they are used.</summary>
    public string Say(string french, string english) => Outlet.Tongue == "fr" ? french : english;

    /// <summary>Path of the page that lists what has a tag.</summary>
    public string TagPath(string tag) => $"{Outlet.Home}tag/{FoldedText.Of(tag).Replace(' ', '-')}";

    /// <summary>Three others, those with a tag in common first.</summary>
    public IEnumerable<DemoPost> Related(DemoPost post) =>
        Posts.Where(other => other != post && other.Article.Title != post.Article.Title)
            .OrderByDescending(other => other.Article.Tags.Intersect(post.Article.Tags).Count())
            .Take(3);

    /// <summary>Every outlet with what it has published by now.</summary>
    /// <param name="roots">The address of each site.</param>
    /// <param name="now">When the demo starts; the ages of articles count from its minute.</param>
    public static IReadOnlyList<DemoEdition> AllAt(IReadOnlyDictionary<string, Uri> roots, DateTimeOffset now)
    {
        var start = now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var outlets = DemoOutlet.All.ToDictionary(outlet => outlet.Key, StringComparer.Ordinal);
        var articles = DemoArticle.All.ToDictionary(article => article.Slug, StringComparer.Ordinal);
        return [.. DemoOutlet.All.Select(outlet => new DemoEdition(outlet, roots[outlet.Site], [.. PostsOf(outlet)]))];

        Uri AddressOf(DemoArticle article) => new(roots[outlets[article.Outlet].Site], outlets[article.Outlet].Pages + article.Slug);

        DemoPost PostOf(DemoArticle article)
        {
            var post = new DemoPost(article, start - article.Age, AddressOf(article));
            if (article.Link is null) return post;
            if (!articles.TryGetValue(article.Link, out var ours)) return post with { Target = new Uri(article.Link), Origin = new Uri(article.Link).Host };
            return post with { Target = AddressOf(ours), Origin = outlets[ours.Outlet].Name };
        }

        IEnumerable<DemoPost> PostsOf(DemoOutlet outlet) =>
            DemoArticle.All.Where(article => article.Outlet == outlet.Key).OrderBy(article => article.Age).Select(PostOf);
    }
}

/// <summary>An article at its address.</summary>
/// <param name="Target">What an entry of a link log links to; null elsewhere.</param>
/// <param name="Origin">The name of who published that; null elsewhere.</param>
internal sealed record DemoPost(DemoArticle Article, DateTimeOffset Published, Uri Address, Uri? Target = null, string? Origin = null)
{
    public string Image => $"/images/{Article.Slug}.png";

    public string Stamp => Published.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The day as the article's language writes it.</summary>
    public string Day => Published.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(Article.Language == "fr" ? "fr-FR" : "en-GB"));
}
