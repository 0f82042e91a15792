using Aggregator.Reading.Articles;

namespace Aggregator.Tests.Reading.Articles;

public sealed class SeveralPagesTests
{
    private static string Page(string text, string links) => $"""
        <html><head><title>A walk along the river</title></head><body><h1>A walk along the river</h1><div class="article-body">
        <p>{text} The path begins at the mill and follows the water for eleven miles, past two locks and a bridge that nobody uses.</p>
        <p>{text} Herons stand in the reeds in winter, and in summer the whole town seems to be on the bank with its children and dogs.</p></div>{links}</body></html>
        """;

    [Theory]
    [InlineData("https://river.example/walk", "/walk/2/", true)]
    [InlineData("https://river.example/walk/", "/walk/page/2", true)]
    [InlineData("https://river.example/walk", "?page=2", true)]
    [InlineData("https://river.example/walk?id=7", "?id=7&page=2", true)]
    [InlineData("https://river.example/walk.html", "walk-2.html", true)]
    [InlineData("https://river.example/walk.html", "walk,2.html", true)]
    [InlineData("https://river.example/walk", "/another-walk-2", false)]
    [InlineData("https://river.example/walk", "/walk/3", false)]
    [InlineData("https://river.example/walk", "https://elsewhere.example/walk/2", false)]
    [InlineData("https://river.example/walk", "/walk?cpage=2", false)]
    [InlineData("https://river.example/2024/11/1", "/2024/11/2", false)]
    [InlineData("https://river.example/", "/page/2", false)]
    public void The_next_page_is_known_by_its_address(string address, string link, bool isNext)
    {
        var reading = ArticleExtractor.Read(Page("One.", $"<a rel=next href='{link}'>Next</a>"), new Uri(address));
        Assert.Equal(isNext ? new Uri(new Uri(address), link).AbsoluteUri : null, reading.NextPage);
    }

    [Fact]
    public void Pages_are_joined_and_what_they_repeat_comes_once()
    {
        var first = new Uri("https://river.example/walk");
        var one = ArticleExtractor.Read(Page("One.", "<a href='/walk/2'>2</a>"), first);
        var two = ArticleExtractor.ReadOn(one, Page("Two.", "<a href='/walk'>1</a> <a href='/walk/3'>3</a>"), first, 2);
        var three = ArticleExtractor.ReadOn(two, Page("Two.", ""), first, 3);

        Assert.Equal("https://river.example/walk/3", two.NextPage);
        Assert.Equal(4, two.Blocks.Count);
        Assert.Contains("Two. Herons", two.Text, StringComparison.Ordinal);
        Assert.Equal(one.Title, two.Title);
        Assert.Null(three.NextPage);
        Assert.Equal(two.Text, three.Text);
    }

    [Fact]
    public void A_page_that_lists_articles_gives_none()
    {
        var teasers = string.Concat(Enumerable.Range(1, 8).Select(i => $"<article><h2><a href='/{i}'>Story number {i}</a></h2><p>The first sentence of story {i} is here to be read by whoever passes, and it is a long one, as first sentences go.</p></article>"));
        var reading = ArticleExtractor.Read($"<html><body><main>{teasers}</main></body></html>", new Uri("https://river.example/news"));
        Assert.Equal("This page holds no article text.", reading.Problem);
        Assert.Empty(reading.Blocks);
    }

    [Fact]
    public void Quoted_posts_stay_where_they_stand()
    {
        var post = "<blockquote class='twitter-tweet'><p>The river is up to the bridge</p>— Nora Quill (@nora) <a href='https://x.example/1'>May 4</a></blockquote>";
        var reading = ArticleExtractor.Read(Page("One.</p>" + post + "<p>", ""), new Uri("https://river.example/walk"));
        Assert.Contains(reading.Blocks, block => block.Kind == BlockKind.Quote && block.Text.Contains("up to the bridge", StringComparison.Ordinal));
    }
}
