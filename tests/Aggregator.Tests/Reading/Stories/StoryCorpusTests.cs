using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>The labelled corpora, with the one setting there is, as the desk shows them after the nightly pass. The floors are what was measured less .01 (docs/stories.md).</summary>
public sealed class StoryCorpusTests
{
    [SharedTheory]
    [InlineData("rpm2_fr", 0.978)]
    [InlineData("basil_en", 0.971)]
    [InlineData("ecbplus_en", 0.875)]
    [InlineData("allsides_en", 0.895)]
    [InlineData("allsides_leads_en", 0.757)]
    [InlineData("uci_titles_en", 0.840)]
    public void Stories_are_no_worse_than_measured(string corpus, double floor)
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
        Assert.InRange(BCubedF1(labelled), floor, 1);
    }

    private static StoryText TextOf(JsonElement article, int id) => new(
        id, article.GetProperty("title").GetString() ?? "", article.GetProperty("text").GetString() ?? "", article.GetProperty("language").GetString(),
        article.GetProperty("published").GetString() is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);

    /// <summary>Bagga and Baldwin 1998: precision and recall of each article's story, averaged over the articles.</summary>
    private static double BCubedF1(List<(string Gold, int Found)> labelled)
    {
        var gold = labelled.CountBy(article => article.Gold).ToDictionary();
        var found = labelled.CountBy(article => article.Found).ToDictionary();
        var both = labelled.CountBy(article => article).ToList();
        var precision = both.Sum(cell => (double)cell.Value * cell.Value / found[cell.Key.Found]) / labelled.Count;
        var recall = both.Sum(cell => (double)cell.Value * cell.Value / gold[cell.Key.Gold]) / labelled.Count;
        return 2 * precision * recall / (precision + recall);
    }
}
