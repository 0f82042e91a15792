using System.Text;
using System.Text.Json;
using Aggregator.Reading.Feeds.Opml;
using Aggregator.Sources;

namespace Aggregator.Tests.Reading.Feeds.Opml;

public sealed class OpmlTests
{
    private static readonly DateTimeOffset Made = new(2025, 3, 4, 8, 0, 0, TimeSpan.Zero);

    [SharedFact]
    public void TheCorpusIsReadAsItsLabelsSay()
    {
        var folder = Path.Combine(Shared.Folder!, "corpus", "feeds");
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "opml.json")));
        var files = labels.RootElement.GetProperty("files").EnumerateArray().ToList();

        Assert.Equal(10, files.Count);
        foreach (var file in files)
        {
            var name = file.GetProperty("file").GetString()!;
            var reading = OpmlReader.Read(File.ReadAllBytes(Path.Combine(folder, name)));

            Assert.Equal((name, file.GetProperty("outlines").GetInt32()), (name, reading.Outlines));
            Assert.Equal(file.GetProperty("xmlUrls").EnumerateArray().Select(url => url.GetString()), reading.Feeds.Select(feed => feed.XmlUrl));
            Assert.NotNull(reading.Title);
            AssertSurvivesTheRoundTrip(reading);
        }
    }

    [Fact]
    public void FoldersAndCategoriesAreTopics()
    {
        var reading = Read("""
            <opml version="2.0"><head><title>Revue</title></head><body>
              <outline text="Médias">
                <outline text="Presse &amp; radio"><outline type="rss" text="Une" title="Une revue" xmlUrl=" https://a.example/feed " language="fr" category="/Radio/Nuit,Médias"/></outline>
                <outline type="rss" text="Deux" XMLURL="https://b.example/feed" language="unknown"/>
              </outline>
              <outline type="rss" text="Une revue" xmlUrl="https://a.example/feed"/>
            </body></opml>
            """);

        Assert.Equal("Revue", reading.Title);
        Assert.Empty(reading.Problems);
        Assert.Equal(["Médias", "Presse & radio", "Radio", "Nuit"], reading.Feeds[0].Topics);
        Assert.Equal(("https://a.example/feed", "Une revue", "fr", 3), (reading.Feeds[0].XmlUrl, reading.Feeds[0].Title, reading.Feeds[0].Language, reading.Feeds[0].Line));
        Assert.Equal(("Deux", null), (reading.Feeds[1].Title, reading.Feeds[1].Language));
        var sources = OpmlSources.Of(reading).Entries;
        Assert.Equal(["https://a.example/feed", "https://b.example/feed"], sources.Select(source => source.Url));
        AssertSurvivesTheRoundTrip(reading);
    }

    [Fact]
    public void WhatIsBrokenIsReportedAndTheRestCounts()
    {
        var sources = OpmlSources.Of(Read("""
            <opml><body>
            <outline type="rss" text="Sans adresse"/>
            <outline type="rss" text="Fichier" xmlUrl="file:///etc/passwd"/>
            <outline type="rss" text="Bon" xmlUrl="feed://good.example/rss"/>
            <outline type="rss" text="Faux & cassé" xmlUrl="https://late.example/"
            </body></opml>
            """));

        Assert.Equal(["http://good.example/rss", "https://late.example/"], sources.Entries.Select(entry => entry.Url));
        Assert.Equal([2, 3, 6], sources.Problems.Select(problem => problem.Line));
        Assert.All(sources.Problems, problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<opml version='2.0'><head><title>Q & R</title></head><body><outline text='Droit & société' xmlUrl='https://a.example/feed?x=1&y=2'/></body></opml>", "Q & R", "Droit & société")]
    [InlineData("<opml><head><title>L&rsquo;&eacute;t&eacute;</title></head><body><outline text='Soci&eacute;t&eacute;&nbsp;!' xmlUrl='https://a.example/feed?x=1&amp;y=2'/></body></opml>", "L’été", "Société\u00A0!")]
    [InlineData("  \n<?xml version='1.0'?><opml><head><title>t</title></head><body><outline text=Nu xmlUrl=https://a.example/feed?x=1&y=2></body></opml>", "t", "Nu")]
    [InlineData("<opml><head><title>t</title></head><body><outline text='A &copy B' xmlUrl='https://a.example/feed?x=1&y=2'>", "t", "A &copy B")]
    [InlineData("<opml><head><title>t</title></head><body><outline text='L\u0001a' title=\"a < b\" xmlUrl='https://a.example/feed?x=1&y=2'/></body></opml>", "t", "a < b")]
    public void WhatFeedsMayDoWrongFilesOfFeedsMayToo(string file, string title, string name)
    {
        var reading = Read(file);
        var feed = Assert.Single(reading.Feeds);
        Assert.Equal((title, name, "https://a.example/feed?x=1&y=2"), (reading.Title, feed.Title, feed.XmlUrl));
    }

    [Fact]
    public void AFileInAnotherEncodingIsReadToo()
    {
        const string list = "<opml><body><outline text='Société' xmlUrl='https://a.example/feed'/></body></opml>";
        Assert.Equal("Société", Assert.Single(OpmlReader.Read(Encoding.Latin1.GetBytes(list)).Feeds).Title);
        Assert.Equal("Société", Assert.Single(OpmlReader.Read([.. "<?xml version='1.0' encoding='iso-8859-1'?>"u8, .. Encoding.UTF8.GetBytes(list)]).Feeds).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("<opml><body><outline")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><opml><body><outline text=\"&b;\" xmlUrl=\"https://x.example/\"/></body></opml>")]
    [InlineData("<!DOCTYPE opml SYSTEM \"http://127.0.0.1:1/evil.dtd\"><opml><body><outline text=\"&e;\"/></body></opml>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such-code\"?><opml/>")]
    public void NothingMakesItThrow(string text) => Assert.NotEmpty(Read(text).Problems);

    [Fact]
    public void EveryBeginningOfAFileIsReadWithoutAnException()
    {
        var whole = Encoding.UTF8.GetBytes(OpmlWriter.Write("Été", Made, [new("https://a.example/é?a=1&b=2", "« Un »", null, "fr", ["a,b/c", "ñ"], 0)]));
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole.AsSpan(0, length).ToArray();
            Assert.True(OpmlReader.Read(cut).Feeds.Count <= 2);
            if (length > 0) cut[length / 2] = 0xFF;
            OpmlReader.Read(cut);
        }
    }

    [Fact]
    public void DepthAndNumberHaveAnEnd()
    {
        var deep = Read($"<opml><body>{string.Concat(Enumerable.Repeat("<outline text='a'>", 20_000))}<outline xmlUrl='https://a.example/'/></body></opml>");
        Assert.Equal(20_001, deep.Outlines);
        var many = Read($"<opml><body>{string.Concat(Enumerable.Repeat("<outline/>", OpmlReader.MostOutlines + 5))}</body></opml>");
        Assert.Equal((OpmlReader.MostOutlines, 1), (many.Outlines, many.Problems.Count));
    }

    [Fact]
    public void TextsThatXmlCannotHoldAreWrittenWithoutThem()
    {
        var text = OpmlWriter.Write("a\u0001b", Made, [new("https://a.example/", "x\uD800y\u0000<&\">", null, null, [], 0)]);

        Assert.Equal(("ab", "xy<&\">"), (Read(text).Title, Read(text).Feeds[0].Title));
    }

    private static OpmlReading Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));

    private static void AssertSurvivesTheRoundTrip(OpmlReading reading)
    {
        var again = Read(OpmlWriter.Write("Liste", Made, reading.Feeds));

        Assert.Empty(again.Problems);
        var (before, after) = (OpmlSources.Of(reading).Entries, OpmlSources.Of(again).Entries);
        Assert.Equal(before.Select(Facts).Order(StringComparer.Ordinal), after.Select(Facts).Order(StringComparer.Ordinal));

        static string Facts(SourceEntry entry) => $"{entry.Url} {entry.Language} {string.Join('|', entry.Topics.Order(StringComparer.Ordinal))}";
    }
}
