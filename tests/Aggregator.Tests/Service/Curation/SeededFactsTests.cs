using System.Globalization;
using System.Text.Json;
using Aggregator.Curation.Checks;
using Xunit.Abstractions;

namespace Aggregator.Tests.Service.Curation;

/// <summary>
/// One hundred errors written by hand into twenty syntheses that round, spell out and abbreviate as editors do: a wrong number, unit, magnitude, currency,
/// period, date or name, percent for points, and right numbers that count something else. At least 90 are found, and the right words raise one alarm in 500 words.
/// </summary>
public sealed class SeededFactsTests(ITestOutputHelper output)
{
    private const double LeastFound = 0.9;
    private const int WordsAnAlarm = 500;

    [Fact]
    public void Nine_in_ten_of_the_errors_are_found()
    {
        var seeds = SeededText.Read();
        var tried = seeds.SelectMany(seed => seed.Errors.Select(error => (seed, error, IsFound: seed.Finds(error)))).ToList();

        foreach (var kind in tried.GroupBy(one => one.error.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"{kind.Key}: {kind.Count(one => one.IsFound)} of {kind.Count()}");
        var missed = tried.Where(one => !one.IsFound).Select(one => $"{one.seed.Id}: {one.error.Right} -> {one.error.Wrong}").ToList();
        output.WriteLine($"{tried.Count - missed.Count} of {tried.Count} found. Missed:\n{string.Join("\n", missed)}");
        Assert.Equal(100, tried.Count);
        Assert.True(tried.Count - missed.Count >= tried.Count * LeastFound, string.Join("; ", missed));
    }

    [Fact]
    public void The_right_words_raise_one_alarm_in_five_hundred_words_at_the_most()
    {
        var seeds = SeededText.Read();
        var alarms = seeds.SelectMany(seed => seed.Sample.Check().Select(finding => $"{seed.Id}: {finding.English}")).ToList();
        var words = seeds.Sum(seed => seed.Sample.Words);

        output.WriteLine($"{alarms.Count} alarms on {words} words:\n{string.Join("\n", alarms)}");
        Assert.True(alarms.Count * WordsAnAlarm <= words, string.Join("; ", alarms));
    }
}

/// <summary>A synthesis with its sources and the errors that were written into it.</summary>
internal sealed record SeededText(string Id, FactSample Sample, IReadOnlyList<SeededError> Errors)
{
    public static IReadOnlyList<SeededText> Read() =>
        [.. File.ReadLines(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Service", "Curation", "Samples", "seeded.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(From)];

    /// <summary>Whether an error is pointed at by something that the right words do not raise.</summary>
    public bool Finds(SeededError error)
    {
        var start = Sample.Text.IndexOf(error.Right, StringComparison.Ordinal);
        var known = Sample.Check().Select(finding => finding.English).ToHashSet(StringComparer.Ordinal);
        var text = Sample.Text[..start] + error.Wrong + Sample.Text[(start + error.Right.Length)..];
        return Sample.Check(text).Any(finding => !known.Contains(finding.English) && Overlaps(finding.Place, start, error.Wrong.Length));
    }

    /// <summary>Reads one line of the fixture, or of a case of the same shape.</summary>
    public static SeededText From(JsonElement line)
    {
        var sources = line.GetProperty("sources").EnumerateArray().Select((source, at) => Source(source, at + 1)).ToList();
        var edition = line.TryGetProperty("edition", out var day) ? Day(day.GetString()!) : sources.Max(source => source.PublishedAt)!.Value;
        var sample = new FactSample(line.GetProperty("language").GetString()!, edition, sources, line.GetProperty("clean").GetString()!, []);
        var errors = line.GetProperty("errors").EnumerateArray()
            .Select(error => new SeededError(error.GetProperty("kind").GetString()!, error.GetProperty("right").GetString()!, error.GetProperty("wrong").GetString()!));
        return new(line.GetProperty("id").GetString()!, sample, [.. errors]);
    }

    private static bool Overlaps(FindingPlace place, int start, int length) => place.Start < start + length && start < place.Start + place.Words.Length;

    private static ReviewArticle Source(JsonElement source, int id) => new(
        id, source.GetProperty("title").GetString()!, source.GetProperty("text").GetString()!, source.GetProperty("outlet").GetString()!, null,
        $"https://press.example/{id}", Day(source.GetProperty("published").GetString()!), [], id, "");

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T08:00:00Z", CultureInfo.InvariantCulture);
}

/// <summary>What was right, and what was written instead.</summary>
internal sealed record SeededError(string Kind, string Right, string Wrong);
