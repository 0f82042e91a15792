using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web.Commands;

[Collection(Programs.Name)]
public sealed class FeedsFileCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AFileGoesInAndComesOutAgain()
    {
        folder.Write("theirs.json", """
            { "sources": [ // a desk elsewhere
              { "url": "https://a.example/feed", "name": "Une", "language": "fr", "topics": ["médias"], "weight": 2 },
              { "url": "https://b.example/feed", "name": "Deux", "interval": "24:00:00" },
              { "url": "mailto:a@b.example", "name": "Rien" } ] }
            """);

        var dry = await RunAsync("import", "feeds", "theirs.json", "--dry-run");
        Assert.False(Directory.Exists(folder.File("data")));
        var first = await RunAsync("import", "feeds", "theirs.json", "--json");
        var again = await RunAsync("import", "feeds", "theirs.json");
        var toFile = await RunAsync("export", "feeds", "out.json");
        var toOutput = await RunAsync("export", "feeds");

        Assert.Equal((0, 0, 0, 0, 0), (dry.ExitCode, first.ExitCode, again.ExitCode, toFile.ExitCode, toOutput.ExitCode));
        Assert.StartsWith("2 sources would be added", dry.Output, StringComparison.Ordinal);
        Assert.Equal((2, 0), (first.Json().GetProperty("added").GetInt32(), first.Json().GetProperty("known").GetInt32()));
        Assert.StartsWith("theirs.json, line 4:", first.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("0 sources added, 2 were known, 1 problems.", again.Output, StringComparison.Ordinal);
        Assert.Equal("2 sources written to out.json.", toFile.Sentence);
        Assert.Equal((await File.ReadAllTextAsync(folder.File("out.json"))).TrimEnd(), toOutput.Output.TrimEnd());
        Assert.Equal(
            """{"url":"https://a.example/feed","name":"Une","language":"fr","topics":["médias"],"weight":2}""", toOutput.Json().GetProperty("sources")[0].GetRawText());
        Assert.Equal("24:00:00", toOutput.Json().GetProperty("sources")[1].GetProperty("interval").GetString());
    }

    private Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => CommandHost.RunAsync(folder.Path, arguments);
}
