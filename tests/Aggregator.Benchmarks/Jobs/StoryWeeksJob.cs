using System.Globalization;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Says how good stories are on weeks (files of <c>make_week.py</c>): B-cubed before and after the nightly pass, and the largest story beside the largest
/// true one. Files whose names differ in digits only count as one kind, of which the mean is given.
/// </summary>
internal static class StoryWeeksJob
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var window = arguments.Contains("--whole") ? StoryWindow.Endless : StoryWindow.Default;
        Console.WriteLine($"{"weeks",-24}{"files",6}{"first F1",10}{"F1",8}{"precision",11}{"recall",8}{"worst F1",10}{"largest / true",16}");
        foreach (var kind in arguments.Where(File.Exists).GroupBy(Kind, StringComparer.Ordinal))
        {
            var scores = kind.Select(path => Score(StoryWeek.Read(path, window), window)).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Key,-24}{scores.Count,6}{scores.Average(s => s.First.F1),10:0.000}{scores.Average(s => s.Last.F1),8:0.000}{scores.Average(s => s.Last.Precision),11:0.000}{scores.Average(s => s.Last.Recall),8:0.000}{scores.Min(s => s.Last.F1),10:0.000}{scores.Max(s => s.Largest),16:0.00}"));
        }

        return 0;
    }

    private static string Kind(string path) => new([.. Path.GetFileNameWithoutExtension(path).Where(letter => !char.IsDigit(letter))]);

    private static (BCubed First, BCubed Last, double Largest) Score(StoryWeek week, StoryWindow window)
    {
        var (first, reviewed) = week.Run(window, StoryRule.Fitted);
        var largest = (double)reviewed.CountBy(text => text.Item2).Max(story => story.Value) / reviewed.CountBy(text => text.Item1).Max(story => story.Value);
        return (BCubed.Of(first), BCubed.Of(reviewed), largest);
    }
}
