using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class BrokenSourceFileTests
{
    private const string Two = """
        {"sources": [
          {"url": "https://a.example/", "name": "A"},
          {"url": "https://b.example/", "name": "B"}
        """;

    [Theory]
    [InlineData("", 3)]
    [InlineData(",\n", 4)]
    [InlineData("]\n", 4)]
    [InlineData("]}\nx", 4)]
    [InlineData("]} {}", 3)]
    [InlineData(",\n  {\"url\": \"https://c.example/\" \"name\": \"C\"}]}", 4)]
    [InlineData(",\n  {\"url\": \"https://c.example/", 4)]
    [InlineData(",\n\n  /* never closed", 5)]
    public void EntriesBeforeTheBreakLoad(string rest, int line)
    {
        var reading = SourceFile.Read(Two + rest);

        Assert.Equal(["A", "B"], reading.Entries.Select(entry => entry.Name));
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith("The JSON breaks here", problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"sources\": {}}")]
    [InlineData("{\"sources\": null}")]
    [InlineData("<opml/>")]
    public void AFileWithoutSourcesSaysSo(string json)
    {
        var reading = SourceFile.Read(json);

        Assert.Empty(reading.Entries);
        Assert.Single(reading.Problems);
    }

    [Fact]
    public void CommentsTrailingCommasAndAByteOrderMarkAreAccepted()
    {
        var reading = SourceFile.Read("""
            // our sources
            {"sources": [
              /* the first */ {"url": "https://a.example/", "name": "A", "topics": ["x", /* and */ "y",],}, // done
            ],}
            """.Insert(0, "\uFEFF"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["x", "y"], Assert.Single(reading.Entries).Topics);
    }

    [Fact]
    public void NoTextMakesItThrow()
    {
        var whole = Two + ",\n{\"url\": \"https://c.example/\", \"topics\": [\"é\", \"\uD83D\"], \"weight\": 2}]}";

        for (var length = 0; length <= whole.Length; length++)
        {
            SourceFile.Read(whole[..length]);
            SourceFile.Read(whole[length..]);
            SourceFile.Read(whole[..length] + "\uD800" + whole[length..]);
        }

        Assert.NotEmpty(SourceFile.Read("{\"sources\":" + new string('[', 100_000)).Problems);
    }
}
