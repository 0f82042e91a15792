using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web.Commands;

[Collection(Programs.Name)]
public sealed class OpmlCommandTests : IDisposable
{
    private const string List = """
        <opml version="2.0"><head><title>Ma liste</title></head><body>
        <outline text="Médias"><outline type="rss" text="Une" xmlUrl="https://a.example/feed"/></outline>
        <outline text="Radio"><outline type="rss" text="Une" xmlUrl="https://a.example/feed"/><outline type="rss" text="Deux" xmlUrl="https://b.example/feed" language="fr"/></outline>
        <outline type="rss" text="Rien" xmlUrl="mailto:a@b.example"/>
        </body></opml>
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AListGoesInAndComesOutAgain()
    {
        folder.Write("list.opml", List);
        folder.Write("feeds.json", """{"sources": [{"url": "https://c.example/feed", "name": "Trois"}]}""");

        var first = await RunAsync("import", "opml", "list.opml", "--json");
        var again = await RunAsync("import", "opml", "list.opml");
        // A start that follows feeds.json, which does not name them, leaves them alone.
        await RunAsync("refresh", "--source", "99");
        var toFile = await RunAsync("export", "opml", "out.opml");
        var toOutput = await RunAsync("export", "opml");

        Assert.Equal((0, 0, 0, 0), (first.ExitCode, again.ExitCode, toFile.ExitCode, toOutput.ExitCode));
        Assert.Equal((6, 4, 2, 0), (Number(first, "outlines"), Number(first, "feeds"), Number(first, "added"), Number(first, "known")));
        Assert.StartsWith("list.opml, line 4: \"mailto:a@b.example\"", first.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("0 sources added, 2 were known, 1 problems.", again.Output, StringComparison.Ordinal);
        Assert.Equal(("", "3 sources written to out.opml."), (toFile.Output, toFile.Sentence));
        Assert.Contains("<outline text=\"Radio\" title=\"Radio\">", toOutput.Output, StringComparison.Ordinal);
        Assert.Equal(3, toOutput.Output.Split("a.example").Length);
        Assert.Equal(2, toOutput.Output.Split("c.example").Length);
    }

    [Fact]
    public async Task ADryRunMakesNotEvenADatabase()
    {
        folder.Write("list.opml", List);

        var result = await RunAsync("import", "opml", "list.opml", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("2 sources would be added", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task WhatIsNoListIsASentence()
    {
        folder.Write("page.html", "<html><body>404</body></html>");

        var missing = await RunAsync("import", "opml", "nowhere.opml");
        var page = await RunAsync("import", "opml", "page.html");
        var away = await RunAsync("export", "opml", "no-such-folder/out.opml");

        Assert.Equal((2, 1, 1), (missing.ExitCode, page.ExitCode, away.ExitCode));
        Assert.Equal("There is no file nowhere.opml: name the file to import.", missing.Sentence);
        Assert.StartsWith("page.html, line 1: The file is no OPML", page.Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be written", away.Sentence, StringComparison.Ordinal);
        Assert.All([missing, page, away], result => Assert.Equal("", result.Output));
    }

    private static int Number(ProgramResult result, string name) => result.Json().GetProperty(name).GetInt32();

    private Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => CommandHost.RunAsync(folder.Path, arguments);
}
