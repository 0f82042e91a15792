using System.Diagnostics;
using System.Globalization;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>Texts of 300 words from a Zipf vocabulary of 200,000, taken into a window that keeps all of them: texts a second by thousand.</summary>
internal static class StoriesJob
{
    private const int Vocabulary = 200_000, Words = 300, Step = 10_000;

    public static int Run(JobOptions options)
    {
        var random = new Random(1);
        var matcher = new StoryMatcher(StoryWindow.Endless);
        var texts = new List<(StoryText Text, int Story)>();
        for (var done = 0; done < options.Articles;)
        {
            var some = Enumerable.Range(done, Math.Min(Step, options.Articles - done)).Select(id => Make(random, id)).ToList();
            var (cpu, wall) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            texts.AddRange(some.Select(text => (text, matcher.Add(text))));
            done += some.Count;
            Say($"{done,8:0} in the window: {some.Count / wall.Elapsed.TotalSeconds,6:0} texts/s, {some.Count / (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,6:0} a second of CPU");
        }

        var clock = Stopwatch.StartNew();
        var restored = new StoryMatcher(StoryWindow.Endless);
        foreach (var (text, story) in texts) restored.Restore(text, story);
        Say($"restored: {texts.Count / clock.Elapsed.TotalSeconds:0} texts/s");
        clock.Restart();
        matcher.Review();
        Say($"reviewed: {texts.Count / clock.Elapsed.TotalSeconds:0} texts/s");
        return 0;
    }

    private static StoryText Make(Random random, int id) =>
        new(id, Draw(random, 9), Draw(random, Words), "en", DateTimeOffset.UnixEpoch.AddSeconds(id * 8.64));

    /// <summary>Ranks drawn log-uniformly: a word's frequency falls with its rank, as Zipf found.</summary>
    private static string Draw(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => $"w{(int)Math.Pow(Vocabulary, random.NextDouble()):x}"));

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
