using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class SourceListTests
{
    [Fact]
    public void AnAddressALineIsASource()
    {
        var reading = SourceList.Read("\uFEFF# the farm\n\nhttps://a.example/feed.xml\r\n  http://b.example/  \n");

        Assert.Empty(reading.Problems);
        Assert.Equal([("https://a.example/feed.xml", 3), ("http://b.example/", 4)], reading.Entries.Select(entry => (entry.Url, entry.Line)));
        Assert.Equal(["a.example/feed.xml", "b.example"], reading.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void AWrongLineIsNamedAndTheOthersLoad()
    {
        var reading = SourceList.Read("https://a.example/\nftp://b.example/\nb.example\nhttps://c.example/\n");

        Assert.Equal(["https://a.example/", "https://c.example/"], reading.Entries.Select(entry => entry.Url));
        Assert.Equal([2, 3], reading.Problems.Select(problem => problem.Line));
        Assert.All(reading.Problems, problem => Assert.Contains("is not an http or https address", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n#\n")]
    [InlineData("\uFEFF")]
    public void AnEmptyListIsNoProblem(string text)
    {
        var reading = SourceList.Read(text);

        Assert.Empty(reading.Entries);
        Assert.Empty(reading.Problems);
    }
}
