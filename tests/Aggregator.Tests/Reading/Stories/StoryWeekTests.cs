using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>
/// Dense weeks made of labelled stories and single articles, as a desk has them: nothing but what the texts say parts their stories. The bars are means over
/// seeds; the seeds that the setting was never tried on are measured apart (docs/stories.md).
/// </summary>
public sealed class StoryWeekTests
{
    [SharedTheory]
    [InlineData("mix", 400, 7, 4, 0.92, 0.94)]
    [InlineData("fr", 400, 7, 4, 0.92, 0.90)]
    [InlineData("en", 1_500, 7, 1, 0.88, 0.88)]
    [InlineData("en", 1_500, 28, 1, 0.88, 0.88)]
    public void Stories_of_a_dense_week_hold(string language, int size, int days, int seeds, double leastF1, double leastPrecision)
    {
        var scores = Enumerable.Range(1, seeds).Select(seed => Run(Week(language, size, days, seed))).ToList();

        Assert.InRange(scores.Average(week => week.Score.F1), leastF1, 1);
        Assert.InRange(scores.Average(week => week.Score.Precision), leastPrecision, 1);
        Assert.All(scores, week => Assert.InRange(week.Largest, 0, 2));
    }

    [SharedTheory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void An_editor_may_look_early_in_the_week(int articles)
    {
        var scores = Enumerable.Range(1, 4).Select(seed => Run([.. Week("mix", 400, 7, seed).Take(articles)]).Score.F1);

        Assert.InRange(scores.Average(), 0.85, 1);
    }

    private static (BCubed Score, double Largest) Run(IReadOnlyList<(string Story, StoryText Text)> week)
    {
        var matcher = new StoryMatcher(StoryWindow.Default);
        var found = week.ToDictionary(article => article.Text.Id, article => matcher.Add(article.Text));
        foreach (var (id, story) in matcher.Review()) found[id] = story;
        var largest = (double)found.Values.CountBy(story => story).Max(story => story.Value) / week.CountBy(article => article.Story).Max(story => story.Value);
        return (BCubed.Of([.. week.Select(article => (article.Story, found[article.Text.Id]))]), largest);
    }

    private static List<(string Story, StoryText Text)> Week(string language, int size, int days, int seed)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "week.jsonl");
        string[] arguments =
        [
            Shared.Path("tools", "make_week.py"), "--dedup", Shared.Path("corpus", "dedup"), "--extraction", Shared.Path("corpus", "extraction"), "--seeds", Shared.Path("corpus", "seeds"),
            "--lang", language, "--size", $"{size}", "--days", $"{days}", "--seed", $"{seed}", "--out", file,
        ];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return [.. File.ReadLines(file).Select(Read)];
    }

    private static (string Story, StoryText Text) Read(string line, int id)
    {
        using var document = JsonDocument.Parse(line);
        var article = document.RootElement;
        return (article.GetProperty("story").GetString()!, new(
            id, article.GetProperty("title").GetString()!, article.GetProperty("text").GetString()!, article.GetProperty("language").GetString(),
            DateTimeOffset.Parse(article.GetProperty("published").GetString()!, CultureInfo.InvariantCulture)));
    }
}
