using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class SourceFileTests
{
    private const string Sound = """{"url": "https://a.example/feed", "name": "A", "language": "fr", "topics": ["media"]}""";

    [Fact]
    public void EveryKeyOfAnEntryIsRead()
    {
        var reading = SourceFile.Read("""
            {
              "$schema": "docs/feeds.schema.json",
              "sources": [
                {
                  "url": " https://a.example/feed ", "name": " L'ADN ", "language": "FR-ca", "topics": ["media", " marketing ", "media"],
                  "kind": "page", "weight": 2.5, "interval": "01:30:00",
                  "keepDays": 0, "keepArticles": 500, "rules": {"list": " article ", "date": "time"}
                }
              ]
            }
            """);

        var entry = Assert.Single(reading.Entries);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            ("https://a.example/feed", "L'ADN", "fr-CA", "page", 2.5, TimeSpan.FromMinutes(90), 4),
            (entry.Url, entry.Name, entry.Language, entry.Kind, entry.Weight, entry.Interval, entry.Line));
        Assert.Equal(["media", "marketing"], entry.Topics);
        Assert.Equal((0, 500, new() { List = "article", Date = "time" }), (entry.KeepDays, entry.KeepArticles, entry.Rules!));
    }

    [Fact]
    public void WhatIsLeftOutHasItsDefault()
    {
        var entry = Assert.Single(SourceFile.Read("""{"sources": [{"url": "http://a.example/", "name": "A"}]}""").Entries);

        Assert.Equal((null, "auto", 1.0, null), (entry.Language, entry.Kind, entry.Weight, entry.Interval));
        Assert.Empty(entry.Topics);
        Assert.Equal((null, null, null), (entry.KeepDays, entry.KeepArticles, entry.Rules));
    }

    [Theory]
    [InlineData("""{"url": "a.example/feed", "name": "A"}""", "\"url\" must be a full address")]
    [InlineData("""{"url": "ftp://a.example/feed", "name": "A"}""", "\"url\" must be a full address")]
    [InlineData("""{"url": "https:///feed", "name": "A"}""", "\"url\" must be a full address")]
    [InlineData("""{"url": 7, "name": "A"}""", "\"url\" must be a full address")]
    [InlineData("""{"name": "A"}""", "no \"url\"")]
    [InlineData("""{"url": "https://b.example/"}""", "no \"name\"")]
    [InlineData("""{"url": "https://b.example/", "name": "  "}""", "\"name\" must be a text")]
    [InlineData("""{"url": "https://b.example/", "name": "\ud800"}""", "\"name\" must be a text")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "URL": "x"}""", "The key \"URL\" is not known: use url, name")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "\ud800": "x"}""", "is not known")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "name": "C"}""", "\"name\" stands twice")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "language": "français"}""", "\"language\" must be a language tag")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "language": "en_US"}""", "\"language\" must be a language tag")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "topics": "media"}""", "\"topics\" must be a list")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "topics": ["media", 1]}""", "\"topics\" must be a text")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "kind": "rss"}""", "\"kind\" must be")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "weight": "2"}""", "\"weight\" must be a number from 0.1 to 10")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "weight": 11}""", "\"weight\" must be a number from 0.1 to 10")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "weight": 1e999}""", "\"weight\" must be a number from 0.1 to 10")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "interval": "00:14:59"}""", "\"interval\" must be a time")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "interval": "24:00:01"}""", "\"interval\" must be a time")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "interval": 3600}""", "\"interval\" must be a time")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "keepDays": -1}""", "\"keepDays\" must be a whole number")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "keepDays": 36501}""", "\"keepDays\" must be a whole number")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "keepDays": "30"}""", "\"keepDays\" must be a whole number")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "keepArticles": 1.5}""", "\"keepArticles\" must be a whole number")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "keepArticles": 1e99}""", "\"keepArticles\" must be a whole number")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": "article"}""", "\"rules\" must be an object of CSS selectors named list, link")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": {}}""", "\"rules\" must be an object")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": {"List": "article"}}""", "\"rules\" must be an object")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": {"\ud800": "article"}}""", "\"rules\" must be an object")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": {"list": "article["}}""", "\"rules\" must be an object")]
    [InlineData("""{"url": "https://b.example/", "name": "B", "rules": {"list": null}}""", "\"rules\" must be an object")]
    [InlineData("""{"url": "https://a.example/feed", "name": "B"}""", "already the source of line 2")]
    [InlineData("""{"url": "http://www.a.example/feed/", "name": "B"}""", "already the source of line 2")]
    [InlineData("\"https://b.example/\"", "A source must be an object")]
    [InlineData("[[]]", "A source must be an object")]
    [InlineData("null", "A source must be an object")]
    public void AWrongEntryIsReportedAndTheOthersLoad(string wrong, string sentence)
    {
        var reading = SourceFile.Read($$"""
            {"sources": [
              {{Sound}},
              {{wrong}},
              {"url": "https://c.example/", "name": "C"}
            ]}
            """);

        Assert.Equal(["A", "C"], reading.Entries.Select(entry => entry.Name));
        var problem = Assert.Single(reading.Problems);
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Line);
    }

    [Fact]
    public void AFaultHasTheLineItStandsOn()
    {
        var reading = SourceFile.Read("""
            {
              "sources": [
                {
                  "url": "https://a.example/",
                  "name": "A",
                  // not a unit
                  "weight": 100,
                  "kind": "blog"
                }
              ],
              "version": 2
            }
            """);

        Assert.Empty(reading.Entries);
        Assert.Equal([7, 8, 11], reading.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("00:15:00", 15)]
    [InlineData("24:00:00", 1440)]
    [InlineData("1.00:00:00", 1440)]
    public void IntervalsReachFromAQuarterHourToADay(string interval, int minutes)
    {
        var reading = SourceFile.Read($$"""{"sources": [{"url": "https://a.example/", "name": "A", "interval": "{{interval}}"}]}""");

        Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.Single(reading.Entries).Interval);
    }
}
