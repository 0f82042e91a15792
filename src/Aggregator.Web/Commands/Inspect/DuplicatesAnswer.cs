using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Intake;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Stories;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>
/// <c>inspect duplicates</c>: <c>{id, url, source, language, published, title, text}</c> in order of arrival →
/// <c>{id, duplicateOf, copyScore, story}</c> when the input has ended. copyScore is from 0 to 1, 1 for the same address or text, null for
/// an original; story is a number that the articles about one event share: the line, from 0, of one of them.
/// </summary>
/// <param name="window">How long an article can be joined by others to a story.</param>
/// <param name="copyWindow">How long it can be recognised in changed copies; null: for ever.</param>
internal sealed class DuplicatesAnswer(StoryWindow window, TimeSpan? copyWindow)
{
    private readonly StoryMatcher matcher = new(window);
    private readonly List<int> stories = [];
    private readonly Originals originals = new(copyWindow);
    private readonly List<string> ids = [];
    private readonly List<FoundCopy?> copies = [];

    /// <summary>How long the service recognises changed copies, if its settings do not say otherwise.</summary>
    public static TimeSpan CopyWindow { get; } = new CopySettings().Window;

    /// <summary>With the windows of the service: what is measured is what runs.</summary>
    public static DuplicatesAnswer AsInService() => new(StoryWindow.Default, CopyWindow);

    /// <summary>With one window for stories and copies.</summary>
    /// <param name="days">Its length; 0: the whole stream.</param>
    public static DuplicatesAnswer Within(int days) => days == 0 ? new(StoryWindow.Endless, null) : new(new(TimeSpan.FromDays(days)), TimeSpan.FromDays(days));

    /// <summary>Takes one article and keeps its id; all answers come at the end.</summary>
    /// <exception cref="UnusableLineException">There is no id, or another field is not a string.</exception>
    public JsonObject? Take(JsonElement line)
    {
        var id = JsonLines.IdOf(line)?.ToJsonString() ?? throw new UnusableLineException("\"id\" is missing.");
        var text = TextOf(line);
        var copy = originals.Add(ids.Count, new(JsonLines.Text(line, "url"), text.Source, text.Time, JsonLines.Text(line, "text")));
        stories.Add(matcher.Add(text with { CopyOf = copy?.Original }));
        foreach (var (position, story) in matcher.ReviewOvergrown()) stories[position] = story;
        copies.Add(copy);
        ids.Add(id);
        return null;
    }

    /// <summary>All answers, in the order of arrival.</summary>
    /// <param name="isReviewed">After the nightly pass: what a reader of the desk sees the next morning; otherwise what it shows until then.</param>
    public IEnumerable<JsonObject> AtEnd(bool isReviewed)
    {
        if (!isReviewed) return ids.Select(AnswerOf);
        foreach (var (position, story) in matcher.Review()) stories[position] = story;
        return ids.Select(AnswerOf);
    }

    private JsonObject AnswerOf(string id, int position) => new()
    {
        ["id"] = JsonNode.Parse(id),
        ["duplicateOf"] = copies[position] is { } copy ? JsonNode.Parse(ids[copy.Original]) : null,
        ["copyScore"] = copies[position] is { } scored ? Math.Round(scored.Score, 3) : null,
        ["story"] = stories[position],
    };

    private StoryText TextOf(JsonElement line) => new(
        ids.Count, JsonLines.Text(line, "title") ?? "", JsonLines.Text(line, "text") ?? "", JsonLines.Text(line, "language"),
        TimeOf(JsonLines.Text(line, "published")), JsonLines.Text(line, "source"));

    /// <summary>A time that cannot be read is no time; one without a zone is UTC.</summary>
    private static DateTimeOffset? TimeOf(string? published) =>
        DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
