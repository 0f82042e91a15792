using System.Globalization;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Chooses the setting of <see cref="StoryRule"/> on weeks (files of <c>make_week.py</c>, seeds 1 to 20), and says what it is worth where it has not
/// been: for each labelled corpus, the setting chosen on the weeks without its stories, on those stories and the single articles alone.
/// </summary>
internal static class StoryCalibrationJob
{
    private static readonly double[] Supports = [0.9, 0.96, 1.02, 1.08, 1.14], Backgrounds = [0.015, 0.02, 0.025, 0.03];

    public static int Run(IReadOnlyList<string> files)
    {
        var window = StoryWindow.Default;
        var weeks = files.Select(path => StoryWeek.Read(path, window)).ToList();
        Console.WriteLine($"{"left out",-22}{"support",9}{"background",12}{"F1 of it",10}{"with the setting in use",25}");
        foreach (var corpus in weeks.SelectMany(week => week.Texts).Select(text => CorpusOf(text.Story)).OfType<string>().Distinct().Order(StringComparer.Ordinal).Append("(none)"))
        {
            var chosen = Best([.. weeks.Select(week => week.Only(story => CorpusOf(story) != corpus))], window);
            var test = weeks.Select(week => week.Only(story => CorpusOf(story) is not { } name || name == corpus || corpus == "(none)")).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{corpus,-22}{chosen.OneStory,9:0.00}{chosen.LeastBackground,12:0.000}{F1(test, window, chosen),10:0.000}{F1(test, window, StoryRule.Fitted),25:0.000}"));
        }

        return 0;
    }

    /// <summary>The corpus that the label names; null for a single article.</summary>
    private static string? CorpusOf(string story) => story.Split(':') is [var corpus, _, ..] ? corpus : null;

    private static StoryRule Best(List<StoryWeek> weeks, StoryWindow window) =>
        Supports.SelectMany(support => Backgrounds.Select(background => StoryRule.Fitted with { OneStory = support, LeastBackground = background }))
            .MaxBy(rule => F1(weeks, window, rule))!;

    private static double F1(List<StoryWeek> weeks, StoryWindow window, StoryRule rule) =>
        weeks.Where(week => week.Texts.Count > 1).Average(week => BCubed.Of(week.Run(window, rule).Reviewed).F1);
}
