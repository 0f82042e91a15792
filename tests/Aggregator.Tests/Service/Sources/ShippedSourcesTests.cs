using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Reading.Pages;
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
    public void TheShippedFilesAreStrictJson()
    {
        // What other programs read: no comments, no commas at an end, each key once.
        var strict = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false, AllowDuplicateProperties = false };
        foreach (var file in new[] { "feeds.json", Path.Combine("docs", "feeds.schema.json") })
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shared.Repository, file)), strict);
            Assert.Equal(JsonValueKind.Object, read.RootElement.ValueKind);
        }
    }

    [Fact]
    public void WhoEditsTheFileMayStillWriteComments() =>
        Assert.Single(SourceFile.Read("""
            { // ours
              "sources": [ /* one */ { "url": "https://a.example/feed", "name": "A", }, ],
            }
            """) is { Problems: [] } reading ? reading.Entries : []);

    [Fact]
    public void TheSchemaNamesTheKeysTheReaderKnows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Repository, "docs", "feeds.schema.json")));
        var source = schema.RootElement.GetProperty("$defs").GetProperty("source");

        var named = source.GetProperty("properties").EnumerateObject().Select(key => key.Name);
        Assert.Equal(SourceFile.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(new PageRules().Named.Select(rule => rule.Name), source.GetProperty("properties").GetProperty("rules").GetProperty("properties").EnumerateObject().Select(key => key.Name));
        Assert.Equal(["url", "name"], source.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("00:14:59")]
    [InlineData("00:15:00")]
    [InlineData("00:59:59")]
    [InlineData("01:00:00")]
    [InlineData("10:00:00")]
    [InlineData("20:30:00")]
    [InlineData("23:59:59")]
    [InlineData("24:00:00")]
    [InlineData("24:00:01")]
    [InlineData("1.00:00:00")]
    [InlineData("1.00:00:01")]
    [InlineData("00:60:00")]
    public void TheSchemaAllowsTheIntervalsTheReaderTakes(string interval)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Repository, "docs", "feeds.schema.json")));
        var pattern = schema.RootElement.GetProperty("$defs").GetProperty("source").GetProperty("properties").GetProperty("interval").GetProperty("pattern").GetString()!;

        var reading = SourceFile.Read($$"""{"sources": [{"url": "https://a.example/", "name": "A", "interval": "{{interval}}"}]}""");

        Assert.Equal(reading.Problems.Count == 0, Regex.IsMatch(interval, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
