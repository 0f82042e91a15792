using System.Text;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Sources;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Service.Intake;

public sealed class KeptPagesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void APageComesBackAsItCame()
    {
        var pages = new KeptPages(folder.File("pages"));
        pages.Keep(7, Page("<p>Été</p>"));

        var found = pages.Find(7)!;
        Assert.Equal(("https://revue.example/7", "text/html; charset=utf-8", "<p>Été</p>"), (found.FinalUrl, found.ContentType, Encoding.UTF8.GetString(found.Body.Span)));
        Assert.Null(pages.Find(8));
        Assert.Equal([7], pages.Articles);
        pages.Forget([7, 8]);
        Assert.Null(pages.Find(7));
    }

    [Fact]
    public void WhatIsNoPageIsNotKept()
    {
        var pages = new KeptPages(folder.File("pages"));
        pages.Keep(1, Page("") with { Problem = new(PollError.Gone) });
        pages.Keep(2, Page(""));
        pages.Keep(3, Page(new string('x', 4_000_000)));

        Assert.Empty(pages.Articles);
    }

    [Fact]
    public void ABrokenFileIsNoPageAndAFullFolderLosesTheEarliest()
    {
        var pages = new KeptPages(folder.File("pages"), mostBytes: 60_000);
        var random = new Random(1);
        for (var article = 1; article <= 6; article++)
            pages.Keep(article * 1000, Page(Convert.ToBase64String(Enumerable.Range(0, 15_000).Select(_ => (byte)random.Next(256)).ToArray())));

        Assert.Null(pages.Find(1000));
        Assert.NotNull(pages.Find(6000));
        File.WriteAllBytes(Directory.EnumerateFiles(folder.File("pages"), "6000.gz", SearchOption.AllDirectories).Single(), [0x1F, 0x8B, 8, 0, 1, 2, 3]);
        Assert.Null(pages.Find(6000));
    }

    [Fact]
    public void AFolderThatCannotBeWrittenCostsNothingElse()
    {
        File.WriteAllText(folder.File("pages"), "a file where the folder should be");
        var pages = new KeptPages(folder.File("pages"));

        pages.Keep(1, Page("<p>a</p>"));

        Assert.Null(pages.Find(1));
    }

    private static FetchResponse Page(string html) => new() { FinalUrl = "https://revue.example/7", ContentType = "text/html; charset=utf-8", Body = Encoding.UTF8.GetBytes(html) };
}
