using System.Text.Json;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web;

/// <summary><c>inspect</c>, one thing at a time and as a stream.</summary>
[Collection(Programs.Name)]
public sealed class InspectTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AFeedFromAFileAndFromAnAddress()
    {
        await using var site = await TestSite.StartAsync();
        var feed = Fixtures.WholeFeed(site, "Revue d’essai", 1, 2);
        folder.Write("feed.xml", feed);
        site.Give("/feed", feed);

        var file = await RunAsync("inspect", "feed", "feed.xml", "--url", "https://a.example/feed");
        var address = await RunAsync("inspect", "feed", site.Url("/feed"), "--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8");
        var refused = await RunAsync("inspect", "feed", site.Url("/feed"));

        Assert.All([file, address], result =>
        {
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
            Assert.Equal("Revue d’essai", result.Json().GetProperty("feed").GetProperty("title").GetString());
            Assert.Equal(2, result.Json().GetProperty("entries").GetArrayLength());
        });
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("Fetching:AllowedPrivateNetworks", refused.Sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task AnArticleHtmlAndAnAddress()
    {
        folder.Write("page.html", Fixtures.Page(3, "Un titre"));
        folder.Write("bad.html", "<p onclick=x()>Bon<script>alert(1)</script></p>");

        var article = await RunAsync("inspect", "article", "page.html", "--url", "https://a.example/3");
        var html = await RunAsync("inspect", "html", "bad.html");
        var url = await RunAsync("inspect", "url", "HTTP://www.A.example:80/x?utm_source=y&b=2&a=1#top");

        Assert.Equal("Un titre", article.Json().GetProperty("title").GetString());
        Assert.Contains("Dossier 3, point 4.", article.Json().GetProperty("articleBody").GetString(), StringComparison.Ordinal);
        Assert.Equal("<p>Bon</p>", html.Json().GetProperty("html").GetString());
        Assert.Equal("http://www.a.example/x?b=2&a=1", url.Json().GetProperty("canonical").GetString());
        Assert.Equal("", article.Errors + html.Errors + url.Errors);
    }

    [Fact]
    public async Task AStreamAnswersEveryLineInOrderAndGoesOnAfterABrokenOne()
    {
        var feed = folder.Write("feed.xml", Fixtures.Rss("Revue"));
        var lines = string.Join('\n',
            $$"""{"id": 1, "path": "{{feed}}"}""", "not json", "", """{"id": "two"}""", "[]", """{"id": {"deep": [3]}, "path": "no-such-file"}""",
            $$"""{"id": 4, "path": "{{feed}}", "url": 7}""", """{"id": 6, "path": ""}""", $$"""{"id": 5, "path": "{{feed}}"}""");

        var result = await RunAsync(["inspect", "feed", "--jsonl"], lines);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var answers = result.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["1", "line 2", "\"two\"", "line 5", """{"deep": [3]}""", "4", "6", "5"],
            answers.Select(answer => answer.TryGetProperty("id", out var id) ? id.GetRawText().Replace(":[", ": [", StringComparison.Ordinal) : $"line {answer.GetProperty("line")}"));
        Assert.Equal([false, true, true, true, true, true, true, false], answers.Select(answer => answer.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task StreamsOfAddressesHtmlAndArticles()
    {
        var page = folder.Write("page.html", Fixtures.Page(3, "Un titre"));

        var urls = await RunAsync(["inspect", "url", "--jsonl"], """{"id": 1, "url": "https://a.example/?utm_source=x"}""" + "\n" + """{"id": 2, "url": "nonsense"}""");
        var html = await RunAsync(["inspect", "html", "--jsonl"], """{"id": 1, "html": "<b onmouseover=x>é</b><img src=javascript:x>"}""");
        var articles = await RunAsync(["inspect", "article", "--jsonl"], $$"""{"id": 1, "path": "{{page}}", "url": "https://a.example/3"}""");

        var answers = urls.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal("https://a.example/", answers[0].GetProperty("canonical").GetString());
        Assert.Equal(JsonValueKind.Null, answers[1].GetProperty("canonical").ValueKind);
        Assert.DoesNotContain("javascript", html.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("é", html.Output, StringComparison.Ordinal);
        Assert.Equal("Un titre", articles.Json().GetProperty("title").GetString());
    }

    [Fact]
    public async Task DuplicatesNameTheEarliestOfATextWhenTheInputEnds()
    {
        var text = string.Join(' ', Fixtures.Paragraphs(1));
        string Line(string id, string url, string said) => JsonSerializer.Serialize(new { id, url, text = said, title = "T", source = "s", language = "fr" });
        var lines = string.Join('\n',
            Line("a", "https://a.example/1", text), Line("b", "https://b.example/1", string.Join(' ', Fixtures.Paragraphs(2))),
            Line("c", "https://c.example/1", text.ToUpperInvariant()), """{"url": "x"}""", Line("d", "https://www.a.example/1?utm_source=z", "bref"));

        var result = await RunAsync(["inspect", "duplicates", "--jsonl"], lines);

        var answers = result.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(answers[0].TryGetProperty("error", out _));
        Assert.Equal(
            [("a", null), ("b", null), ("c", "a"), ("d", "a")],
            answers.Skip(1).Select(answer => (answer.GetProperty("id").GetString()!, answer.GetProperty("duplicateOf").GetString())));
    }

    [Fact]
    public async Task StoriesEndWithTheServicesWindowUnlessAskedOtherwise()
    {
        var text = string.Join(' ', Fixtures.Paragraphs(1));
        string Line(int id, string published) => JsonSerializer.Serialize(new { id, url = $"https://a.example/{id}", text, title = "T", language = "fr", published });
        var lines = string.Join('\n', Line(0, "2026-03-02T08:00:00Z"), Line(1, "2026-03-04T08:00:00Z"), Line(2, "2026-03-20T08:00:00Z"));

        var usual = await RunAsync(["inspect", "duplicates", "--jsonl"], lines);
        var arriving = await RunAsync(["inspect", "duplicates", "--jsonl", "--before-review"], lines);
        var endless = await RunAsync(["inspect", "duplicates", "--jsonl", "--window-days", "0"], lines);
        var refused = await RunAsync(["inspect", "duplicates", "--jsonl", "--window-days", "-1"], lines);

        Assert.Equal([0, 0, 2], Stories(usual));
        Assert.Equal([0, 0, 2], Stories(arriving));
        Assert.Equal([0, 0, 0], Stories(endless));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--window-days must be from 0", refused.Errors, StringComparison.Ordinal);

        static IEnumerable<int> Stories(ProgramResult result) =>
            result.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("story").GetInt32());
    }

    [Fact]
    public async Task WhatCanBeFollowedIsSaidInWordsAndAsJson()
    {
        await using var site = await TestSite.StartAsync();
        site.Give("/", """<link rel="alternate" type="application/rss+xml" href="/feed">""", "text/html");
        site.Give("/feed", Fixtures.Rss("La Gazette", Fixtures.Item("Une enquête", site.Url("/a/1"))));

        var words = await RunAsync("inspect", "discover", site.Url("/"), "--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8");
        var json = await RunAsync("inspect", "discover", site.Url("/"), "--json", "--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8");
        var refused = await RunAsync("inspect", "discover", site.Url("/"));

        Assert.Equal((0, 0, 1), (words.ExitCode, json.ExitCode, refused.ExitCode));
        Assert.Contains($"{site.Url("/feed")}\n  La Gazette\n  rss2.0, fr, 1 entries, latest 2025-03-04, named by the page\n    2025-03-04  Une enquête", words.Output, StringComparison.Ordinal);
        Assert.Equal("named", json.Json().GetProperty("feeds")[0].GetProperty("origin").GetString());
        Assert.Contains("private address", refused.Sentence, StringComparison.Ordinal);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => CommandHost.RunAsync(folder.Path, arguments);

    private Task<ProgramResult> RunAsync(string[] arguments, string input) => ProgramRun.EndAsync(folder.Path, arguments, input);
}
