using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Stories;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>
/// <c>inspect duplicates</c>: <c>{id, url, source, language, published, title, text}</c> in order of arrival →
/// <c>{id, duplicateOf, copyScore, story}</c> when the input has ended. copyScore is 1 for a copy, else null; story is a number that the
/// articles about one event share: the line, from 0, of one of them.
/// </summary>
/// <param name="window">How long an article can be joined by others to a story.</param>
internal sealed class DuplicatesAnswer(StoryWindow window)
{
    private readonly StoryMatcher matcher = new(window);
    private readonly List<int> stories = [];
    private readonly Originals originals = new();
    private readonly List<string> ids = [];
    private readonly List<int> originalOf = [];

    /// <summary>Takes one article and keeps its id; all answers come at the end.</summary>
    /// <exception cref="UnusableLineException">There is no id, or another field is not a string.</exception>
    public JsonObject? Take(JsonElement line)
    {
        var id = JsonLines.IdOf(line)?.ToJsonString() ?? throw new UnusableLineException("\"id\" is missing.");
        var marks = DuplicateRule.MarksOf(JsonLines.Text(line, "url"), JsonLines.Text(line, "text"));
        var text = TextOf(line);
        var original = originals.Add(ids.Count, marks);
        stories.Add(matcher.Add(text with { CopyOf = original == ids.Count ? null : original }));
        originalOf.Add(original);
        ids.Add(id);
        return null;
    }

    /// <summary>The stories after the nightly pass: what a reader of the desk sees the next morning.</summary>
    public IEnumerable<JsonObject> AtEnd()
    {
        foreach (var (position, story) in matcher.Review()) stories[position] = story;
        return ids.Select(AnswerOf);
    }

    private JsonObject AnswerOf(string id, int position) => new()
    {
        ["id"] = JsonNode.Parse(id),
        ["duplicateOf"] = originalOf[position] == position ? null : JsonNode.Parse(ids[originalOf[position]]),
        ["copyScore"] = originalOf[position] == position ? null : 1,
        ["story"] = stories[position],
    };

    private StoryText TextOf(JsonElement line) => new(
        ids.Count, JsonLines.Text(line, "title") ?? "", JsonLines.Text(line, "text") ?? "", JsonLines.Text(line, "language"),
        TimeOf(JsonLines.Text(line, "published")), JsonLines.Text(line, "source"));

    /// <summary>A time that cannot be read is no time; one without a zone is UTC.</summary>
    private static DateTimeOffset? TimeOf(string? published) =>
        DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
