using System.Text.Json;

namespace Aggregator.Sources;

/// <summary>One pass over <c>feeds.json</c>. Throws <see cref="JsonException"/> where the JSON breaks; what was read stays.</summary>
internal ref struct SourceFileWalk(byte[] json)
{
    private readonly List<SourceEntry> entries = [];
    private readonly List<SourceProblem> problems = [];
    private readonly Dictionary<string, int> lineOfAddress = [];
    private Utf8JsonReader reader = new(
        json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    // Utf8JsonReader knows the byte offset of a token, not its line: lines are counted as the offset moves on.
    private int line = 1;
    private int counted;

    public readonly SourceFileReading Reading => new(entries, problems);

    public void ReadFile()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) ReadRoot();
        else Refuse("The file must be an object: write {\"sources\": [ … ]}.");
        reader.Read(); // Anything after the end is a fault too.
    }

    public readonly void StopAt(JsonException fault)
    {
        var reason = fault.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
        problems.Add(new SourceProblem(
            (int)(fault.LineNumber ?? 0) + 1, $"The JSON breaks here and what follows was not read; correct it: {reason}."));
    }

    private void ReadRoot()
    {
        var hasSources = false;
        var start = Line();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = KeyName();
            var keyLine = Line();
            reader.Read();
            hasSources |= name == "sources";
            if (name == "sources" && reader.TokenType == JsonTokenType.StartArray) ReadSources();
            else if (name == "sources") Refuse("\"sources\" must be a list: write \"sources\": [ … ].");
            else if (name == "$schema") reader.Skip();
            else Refuse($"The key \"{name}\" is not known here: move it into a source or remove it.", keyLine);
        }

        if (!hasSources) problems.Add(new SourceProblem(start, "The file has no \"sources\": add \"sources\": [ … ]."));
    }

    private void ReadSources()
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) ReadEntry();
            else Refuse("A source must be an object: write {\"url\": \"https://…\", \"name\": \"…\"}.");
        }
    }

    private void ReadEntry()
    {
        var draft = new SourceEntryDraft(Line());
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyName();
            reader.Read();
            var valueLine = Line();
            draft.Set(key, JsonElement.ParseValue(ref reader), valueLine);
        }

        var entry = draft.Finish(lineOfAddress);
        if (entry is not null) entries.Add(entry);
        problems.AddRange(draft.Problems);
    }

    private void Refuse(string message, int? at = null)
    {
        problems.Add(new SourceProblem(at ?? Line(), message));
        reader.Skip();
    }

    /// <summary>The name of the property; one with half a surrogate pair, which cannot be a string, is no known key.</summary>
    private readonly string KeyName()
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private int Line()
    {
        var offset = (int)reader.TokenStartIndex;
        line += json.AsSpan(counted, offset - counted).Count((byte)'\n');
        counted = offset;
        return line;
    }
}
