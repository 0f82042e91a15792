using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>
/// The labelled corpora as given, with the one setting there is, as the desk shows them after the nightly pass. Their dates part the stories by themselves,
/// so these bars are second to those of the weeks (<see cref="StoryWeekTests"/>).
/// </summary>
public sealed class StoryCorpusTests
{
    [SharedTheory]
    [InlineData("rpm2_fr", 0.95)]
    [InlineData("basil_en", 0.93)]
    [InlineData("ecbplus_en", 0.86)]
    [InlineData("allsides_en", 0.82)]
    [InlineData("allsides_leads_en", 0.75)]
    [InlineData("uci_titles_en", 0.60)]
    public void Stories_hold_their_bars(string corpus, double bar)
    {
        var matcher = new StoryMatcher(StoryWindow.Endless);
        var labelled = new List<(string Gold, int Found)>();
        foreach (var line in File.ReadLines(Shared.Path("corpus", "dedup", $"{corpus}.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var article = document.RootElement;
            labelled.Add((article.GetProperty("story").GetString()!, matcher.Add(TextOf(article, labelled.Count))));
        }

        foreach (var (id, story) in matcher.Review()) labelled[id] = (labelled[id].Gold, story);
        Assert.InRange(BCubed.Of(labelled).F1, bar, 1);
    }

    private static StoryText TextOf(JsonElement article, int id) => new(
        id, article.GetProperty("title").GetString() ?? "", article.GetProperty("text").GetString() ?? "", article.GetProperty("language").GetString(),
        article.GetProperty("published").GetString() is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
}
