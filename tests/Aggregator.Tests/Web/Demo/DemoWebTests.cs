using System.Net;
using System.Net.Http.Headers;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Feeds;
using Aggregator.Reading.Html;
using Aggregator.Web.Demo;

namespace Aggregator.Tests.Web.Demo;

public sealed class DemoWebTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    public static TheoryData<string> Outlets => [.. DemoOutlet.All.Select(outlet => outlet.Key)];

    public static TheoryData<string> Slugs => [.. DemoArticle.All.Select(article => article.Slug)];

    [Fact]
    public void FiveSitesHaveSixFeedsOnLoopback()
    {
        Assert.Equal(6, demo.Web.Sources.DistinctBy(source => source.FeedUrl).Count());
        Assert.Equal(5, demo.Web.Sources.DistinctBy(source => new Uri(source.SiteUrl).Authority).Count());
        Assert.All(demo.Web.Sources, source =>
        {
            Assert.Equal("127.0.0.1", new Uri(source.FeedUrl).Host);
            Assert.NotEmpty(source.Topics);
        });
    }

    [Theory]
    [MemberData(nameof(Outlets))]
    public async Task AFeedIsSoundAndListsItsArticles(string key)
    {
        var source = SourceOf(key);
        using var response = await demo.Browser.GetAsync(source.FeedUrl);
        var feed = FeedParser.Parse(
            await response.Content.ReadAsByteArrayAsync(), new Uri(source.FeedUrl), response.Content.Headers.ContentType?.ToString());
        Assert.Empty(feed.Diagnostics);
        Assert.False(feed.Malformed);
        Assert.Equal(source.Name, feed.Title);
        Assert.Equal(source.SiteUrl, feed.Link);

        var articles = DemoArticle.All.Where(article => article.Outlet == key).OrderBy(article => article.Age).ToList();
        Assert.Equal(articles.Select(article => demo.Web.AddressOf(article.Slug)), feed.Items.Select(item => item.Link));
        Assert.Equal(articles.Select(article => article.Title), feed.Items.Select(item => item.Title));
        Assert.Equal(articles.Select(article => article.Tags), feed.Items.Select(item => item.Categories.Select(tag => tag.Term ?? tag.Label!)));
        Assert.Equal(articles.Select(article => article.Author), feed.Items.Select(item => Assert.Single(item.Authors).Name));
        Assert.All(feed.Items, item => Assert.InRange(item.PublishingDate!.Value, RunningDemo.Now.AddDays(-28), RunningDemo.Now));
    }

    [Fact]
    public async Task TheFeedsAreOfFiveFormats()
    {
        var formats = new List<string>();
        foreach (var source in demo.Web.Sources)
            formats.Add(FeedParser.Parse(await demo.Browser.GetByteArrayAsync(source.FeedUrl), new Uri(source.FeedUrl)).Format);
        Assert.Equal(["atom1.0", "jsonfeed1.1", "rss1.0", "rss2.0", "rss2.0", "rss2.0"], formats.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("carnets", true)]
    [InlineData("fathom", true)]
    [InlineData("pasdecote", true)]
    [InlineData("epingles", true)]
    [InlineData("estuaire", false)]
    [InlineData("estuary", false)]
    public async Task AFeedGivesWholeTextsOrTheirBeginning(string key, bool whole)
    {
        var source = SourceOf(key);
        var feed = FeedParser.Parse(await demo.Browser.GetByteArrayAsync(source.FeedUrl), new Uri(source.FeedUrl));
        Assert.All(feed.Items, item =>
        {
            var article = DemoArticle.All.Single(article => demo.Web.AddressOf(article.Slug) == item.Link);
            var text = ArticleExtractor.ReadFragment(item.ContentHtml ?? item.SummaryHtml!, new Uri(source.FeedUrl)).Text;
            Assert.Equal(whole, Wording.ShareIn(article.Text, text) == 1);
            Assert.True(Wording.ShareIn(article.Paragraphs[0], text) == 1, article.Slug);
        });
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task AnArticlePageGivesBackTheWordsOfTheFile(string slug)
    {
        var article = DemoArticle.All.Single(article => article.Slug == slug);
        var address = demo.Web.AddressOf(slug);
        var reading = ArticleExtractor.Read(await demo.Browser.GetStringAsync(address), new Uri(address));
        Assert.True(Wording.ShareIn(article.Text, reading.Text) >= 0.95, $"Only this was found: {reading.Text}");
        Assert.Empty(Wording.Missing(Wording.WordsOf(reading.Text), Wording.WordsOf(article.Text)));
        Assert.Equal(Wording.WordsOf(article.Title), Wording.WordsOf(reading.Title!));
        Assert.Equal([article.Author], reading.Authors);
        Assert.Equal(article.Language, reading.Language);
        Assert.Equal(address, reading.Canonical);
        Assert.InRange(reading.Published!.Value, RunningDemo.Now - article.Age - TimeSpan.FromMinutes(1), RunningDemo.Now - article.Age);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task QuotesStandInThePageAsItIsRead(string slug)
    {
        var address = demo.Web.AddressOf(slug);
        var text = ArticleExtractor.Read(await demo.Browser.GetStringAsync(address), new Uri(address)).Text;
        var quotes = DemoIssue.All.SelectMany(issue => issue.Sections).SelectMany(section => section.Paragraphs)
            .SelectMany(paragraph => paragraph.Quotes).Where(quote => quote.Slug == slug);
        Assert.All(quotes, quote => Assert.Contains(quote.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryLinkWithinTheWebIsAnsweredAndNothingIsScripted()
    {
        var hosts = demo.Web.Sources.Select(source => new Uri(source.SiteUrl).Authority).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<Uri>(demo.Web.Sources.Select(source => new Uri(source.SiteUrl)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            if (!hosts.Contains(address.Authority) || !seen.Add(address.GetLeftPart(UriPartial.Query))) continue;
            using var response = await demo.Browser.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answers {response.StatusCode}.");
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = SafeHtml.Parse(await response.Content.ReadAsStringAsync(), address).Document!;
            Assert.Empty(page.QuerySelectorAll("script, [onclick], [style], iframe"));
            foreach (var element in page.QuerySelectorAll("[href], [src]")) open.Enqueue(new Uri(address, element.GetAttribute("href") ?? element.GetAttribute("src")!));
        }

        Assert.All(DemoArticle.All, article => Assert.Contains(demo.Web.AddressOf(article.Slug), seen));
    }

    [Theory]
    [MemberData(nameof(Outlets))]
    public async Task WhoHasTheFeedAlreadyIsToldSo(string key)
    {
        using var first = await demo.Browser.GetAsync(SourceOf(key).FeedUrl);
        Assert.NotNull(first.Headers.ETag);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(headers => headers.IfNoneMatch.Add(first.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(headers => headers.IfModifiedSince = first.Content.Headers.LastModified));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""))));

        async Task<HttpStatusCode> StatusAsync(Action<HttpRequestHeaders> ask)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, SourceOf(key).FeedUrl);
            ask(request.Headers);
            using var response = await demo.Browser.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task TheHomePagesHaveTheirForms()
    {
        Assert.Equal(DemoArticle.All.Count(article => article.Outlet == "carnets"), await CountAsync("carnets", "article .post-content p:last-child"));
        Assert.True(await CountAsync("carnets", "article[lang=en]") >= 4);
        Assert.True(await CountAsync("carnets", "article[lang=fr]") >= 4);
        Assert.Equal(DemoArticle.All.Count(article => article.Outlet == "fathom"), await CountAsync("fathom", ".card[itemscope] [itemprop=headline]"));
        Assert.Equal(DemoArticle.All.Count(article => article.Outlet == "pasdecote"), await CountAsync("pasdecote", ".suite a"));
        Assert.Equal(DemoArticle.All.Count(article => article.Outlet == "epingles"), await CountAsync("epingles", ".pin blockquote:first-of-type"));
        Assert.True(await CountAsync("estuaire", ".section") >= 2);

        async Task<int> CountAsync(string key, string selector)
        {
            var address = new Uri(SourceOf(key).SiteUrl);
            return SafeHtml.Parse(await demo.Browser.GetStringAsync(address), address).Document!.QuerySelectorAll(selector).Length;
        }
    }

    [Fact]
    public async Task TwoStartsDifferInPortsOnly()
    {
        await using var other = await DemoWeb.StartAsync(RunningDemo.Now, CancellationToken.None);
        foreach (var (ours, theirs) in demo.Web.Sources.Zip(other.Sources))
        {
            Assert.NotEqual(ours.FeedUrl, theirs.FeedUrl);
            Assert.Equal(await WithoutPortsAsync(demo.Web, ours.FeedUrl), await WithoutPortsAsync(other, theirs.FeedUrl));
            Assert.Equal(await WithoutPortsAsync(demo.Web, ours.SiteUrl), await WithoutPortsAsync(other, theirs.SiteUrl));
        }

        async Task<string> WithoutPortsAsync(DemoWeb web, string address) => web.Sources.Select(source => new Uri(source.SiteUrl).Port)
            .Aggregate(await demo.Browser.GetStringAsync(address), (text, port) => text.Replace($":{port}/", "/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatItHasNotIsNotFound() => Assert.Equal(
        HttpStatusCode.NotFound, (await demo.Browser.GetAsync(new Uri(new Uri(demo.Web.Sources[0].SiteUrl), "/nothing-here"))).StatusCode);

    private DemoSource SourceOf(string key) => demo.Web.Sources[DemoOutlet.All.ToList().FindIndex(outlet => outlet.Key == key)];
}
