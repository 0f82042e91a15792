using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Stories;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>A labelled stretch of days as <c>make_week.py</c> writes it, or a labelled corpus: texts in order of arrival, with their stories.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Texts">With the copies that are recognised on arrival.</param>
internal sealed record StoryWeek(string Name, IReadOnlyList<Labelled> Texts)
{
    /// <summary>Reads a file of JSON lines.</summary>
    public static StoryWeek Read(string path, StoryWindow window)
    {
        var (texts, originals) = (new List<Labelled>(), new Originals(window.Length));
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var article = document.RootElement;
            var time = TimeOf(article);
            var copy = originals.Add(texts.Count, new(Text(article, "url"), Text(article, "source"), time, Text(article, "text")));
            texts.Add(new(Text(article, "story") ?? "", new(
                texts.Count, Text(article, "title") ?? "", Text(article, "text") ?? "", Text(article, "language"), time, Text(article, "source"), copy?.Original)));
        }

        return new(Path.GetFileName(path), texts);
    }

    /// <summary>The stories after the single pass and after the nightly one.</summary>
    public (List<(string, int)> First, List<(string, int)> Reviewed) Run(StoryWindow window, StoryRule rule)
    {
        var matcher = new StoryMatcher(window, rule);
        var places = new Dictionary<int, int>();
        foreach (var (_, text) in Texts)
        {
            places[text.Id] = matcher.Add(text);
            foreach (var (id, story) in matcher.ReviewOvergrown()) places[id] = story;
        }

        var first = Labelled(places);
        foreach (var (id, story) in matcher.Review()) places[id] = story;
        return (first, Labelled(places));
    }

    /// <summary>The week with some of its stories alone.</summary>
    public StoryWeek Only(Func<string, bool> story) => this with { Texts = [.. Texts.Where(text => story(text.Story))] };

    private List<(string, int)> Labelled(Dictionary<int, int> places) => [.. Texts.Select(text => (text.Story, places[text.Text.Id]))];

    private static string? Text(JsonElement article, string name) =>
        article.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? TimeOf(JsonElement article) =>
        DateTimeOffset.TryParse(Text(article, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

/// <summary>A text with the name of its story.</summary>
internal sealed record Labelled(string Story, StoryText Text);
