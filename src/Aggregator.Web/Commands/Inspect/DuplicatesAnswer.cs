using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Duplicates;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>
/// <c>inspect duplicates</c>: <c>{id, url, source, language, published, title, text}</c> in order of arrival →
/// <c>{id, duplicateOf, copyScore, story}</c> when the input has ended. copyScore is 1 for a copy, else null; story is null for now:
/// articles are not grouped here yet.
/// </summary>
internal sealed class DuplicatesAnswer
{
    private readonly Originals originals = new();
    private readonly List<string> ids = [];
    private readonly List<int> originalOf = [];

    /// <summary>Takes one article and keeps its id; all answers come at the end.</summary>
    /// <exception cref="UnusableLineException">There is no id, or url or text is not a string.</exception>
    public JsonObject? Take(JsonElement line)
    {
        var id = JsonLines.IdOf(line)?.ToJsonString() ?? throw new UnusableLineException("\"id\" is missing.");
        var marks = DuplicateRule.MarksOf(JsonLines.Text(line, "url"), JsonLines.Text(line, "text"));
        originalOf.Add(originals.Add(ids.Count, marks));
        ids.Add(id);
        return null;
    }

    public IEnumerable<JsonObject> AtEnd() => ids.Select((id, position) => new JsonObject
    {
        ["id"] = JsonNode.Parse(id),
        ["duplicateOf"] = originalOf[position] == position ? null : JsonNode.Parse(ids[originalOf[position]]),
        ["copyScore"] = originalOf[position] == position ? null : 1,
        ["story"] = null,
    });
}
