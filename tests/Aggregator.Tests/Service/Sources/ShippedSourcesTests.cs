using System.Text.Json;
using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class ShippedSourcesTests
{
    [Fact]
    public void TheShippedListReadsWithoutProblems()
    {
        var reading = SourceFile.Read(File.ReadAllText(Path.Combine(Shared.Repository, "feeds.json")));

        Assert.Empty(reading.Problems);
        Assert.True(reading.Entries.Count(entry => entry.Language == "fr") >= 25);
        Assert.True(reading.Entries.Count(entry => entry.Language == "en") >= 25);
        Assert.Contains(reading.Entries, entry => entry.Kind == "page");
        Assert.All(reading.Entries, entry => Assert.NotEmpty(entry.Topics));
    }

    [Fact]
    public void TheSchemaNamesTheKeysTheReaderKnows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Repository, "docs", "feeds.schema.json")));
        var source = schema.RootElement.GetProperty("$defs").GetProperty("source");

        var named = source.GetProperty("properties").EnumerateObject().Select(key => key.Name);
        Assert.Equal(SourceFile.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(["url", "name"], source.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
    }
}
