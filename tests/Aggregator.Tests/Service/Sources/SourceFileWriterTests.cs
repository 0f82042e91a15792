using Aggregator.Sources;

namespace Aggregator.Tests.Service.Sources;

public sealed class SourceFileWriterTests
{
    [Fact]
    public void WhatIsWrittenIsReadAgainWhole()
    {
        Source[] sources =
        [
            Of("https://a.example/feed?x=1&y=2", "L’Été « à » la \"une\" <b>"),
            Of("https://b.example/", "B", "fr-CA", ["presse", "médias"], SourceKind.Page, 2.5, TimeSpan.FromHours(24)),
            Of("https://c.example/", "\\ \t ☃ 😀", null, [], SourceKind.Feed, 0.1, TimeSpan.FromMinutes(15)),
        ];
        (sources[1].KeepDays, sources[1].KeepArticles, sources[1].Rules) = (0, 500, new() { List = "ul.news > li", Remove = "aside, [class~=\"ad\"]" });

        var text = SourceFileWriter.Write(sources);
        var again = SourceFile.Read(text);

        Assert.Empty(again.Problems);
        Assert.Equal(sources.Select(Facts), again.Entries.Select(Facts));
        Assert.Equal(text, SourceFileWriter.Write(sources));
        Assert.Contains("\n    {\"url\":\"https://a.example/feed?x=1&y=2\",\"name\":\"L’Été « à » la ", text, StringComparison.Ordinal);
        Assert.Empty(SourceFile.Read(SourceFileWriter.Write([])).Problems);
    }

    [Fact]
    public void TheShippedFileSurvivesTheRoundTrip()
    {
        var shipped = SourceFile.Read(File.ReadAllText(Path.Combine(Shared.Repository, "feeds.json")));
        var again = SourceFile.Read(SourceFileWriter.Write([.. shipped.Entries.Select(SourceOf)]));

        Assert.True(shipped.Entries.Count > 50);
        Assert.Equal(shipped.Entries.Select(Facts), again.Entries.Select(Facts));
    }

    private static Source SourceOf(SourceEntry entry) => Of(
        entry.Url, entry.Name, entry.Language, [.. entry.Topics], Enum.Parse<SourceKind>(entry.Kind, ignoreCase: true), entry.Weight, entry.Interval);

    private static Source Of(
        string url, string name, string? language = null, List<string>? topics = null, SourceKind kind = SourceKind.Auto, double weight = 1, TimeSpan? interval = null) =>
        new() { Url = url, UrlKey = url, Name = name, Language = language, Topics = topics ?? [], Kind = kind, Weight = weight, Interval = interval };

    private static string Facts(Source source) =>
        $"{source.Url} {source.Name} {source.Language} {string.Join('|', source.Topics)} {source.Kind.ToString().ToLowerInvariant()} {source.Weight} {source.Interval} {source.KeepDays} {source.KeepArticles} {source.Rules}";

    private static string Facts(SourceEntry entry) =>
        $"{entry.Url} {entry.Name} {entry.Language} {string.Join('|', entry.Topics)} {entry.Kind} {entry.Weight} {entry.Interval} {entry.KeepDays} {entry.KeepArticles} {entry.Rules}";
}
