using System.Text.Json;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>The JSON-LD of a page, flattened to its objects (schema.org; only the shapes that pages really use).</summary>
internal sealed class LinkedData
{
    public static readonly LinkedData None = new();

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly List<JsonElement> _objects = [];
    private readonly Dictionary<string, JsonElement> _byId = [];
    private readonly List<string> _broken = [];
    private JsonElement? _article, _page;

    public static LinkedData Of(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        foreach (var script in scripts)
            if (Parse(script) is { } root) data.Collect(root, 0);
            else data._broken.Add(script);
        data._article = data.First(type => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "Recipe" or "HowTo");
        data._page = data.First(type => type.EndsWith("WebPage", StringComparison.Ordinal) || type is "CreativeWork" or "MedicalWebPage");
        return data;
    }

    /// <summary>A text of the article object.</summary>
    public string? Article(string name) => Text(_article, name);

    /// <summary>A text of the article object, else of the page object.</summary>
    public string? ArticleOrPage(string name) => Text(_article, name) ?? Text(_page, name);

    /// <summary>A plain string from data that is not valid JSON, found by its name alone.</summary>
    public string? Broken(string name)
    {
        foreach (var script in _broken)
        {
            var at = script.IndexOf($"\"{name}\"", StringComparison.Ordinal);
            if (at >= 0 && script.AsSpan(at + name.Length + 2, Math.Min(200, script.Length - at - name.Length - 2)).ToString().Split('"') is [_, var value, _, ..]) return value;
        }

        return null;
    }

    /// <summary>The names of the article's authors; a reference by id is followed.</summary>
    public IEnumerable<string> Authors() => _article is { } article && article.TryGetProperty("author", out var author) ? Names(author, 0) : [];

    public string? Publisher() => _article is { } article && article.TryGetProperty("publisher", out var publisher) ? Names(publisher, 0).FirstOrDefault() : null;

    public string? SiteName() => First(type => type == "WebSite") is { } site ? Text(site, "name") : null;

    public string? Image() => _article is { } article && article.TryGetProperty("image", out var image) ? Address(image, 0) : null;

    private IEnumerable<string> Names(JsonElement value, int depth)
    {
        if (depth > 4) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => Text(value) is { } name ? [name] : [],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Names(item, depth + 1)),
            JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Names(name, depth + 1)
                : Text(value, "@id") is { } id && _byId.TryGetValue(id, out var whole) && whole.TryGetProperty("name", out var named) ? Names(named, depth + 1) : [],
            _ => [],
        };
    }

    private string? Address(JsonElement value, int depth) => depth > 3 ? null : value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Array => value.EnumerateArray().Select(item => Address(item, depth + 1)).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => Text(value, "url") ?? Text(value, "contentUrl")
            ?? (Text(value, "@id") is { } id && _byId.TryGetValue(id, out var whole) ? Text(whole, "url") : null),
        _ => null,
    };

    private void Collect(JsonElement value, int depth)
    {
        if (depth > 6 || _objects.Count > 2_000) return;
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Collect(item, depth + 1);
        if (value.ValueKind != JsonValueKind.Object) return;
        _objects.Add(value);
        if (Text(value, "@id") is { } id && value.TryGetProperty("@type", out _)) _byId.TryAdd(id, value);
        foreach (var member in value.EnumerateObject())
            if (member.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" or "isPartOf" or "hasPart" or "blogPost") Collect(member.Value, depth + 1);
    }

    private JsonElement? First(Func<string, bool> wanted)
    {
        foreach (var item in _objects)
            if (item.TryGetProperty("@type", out var type) && Names(type, 0).Any(wanted)) return item;
        return null;
    }

    private static JsonElement? Parse(string script)
    {
        var text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..].Replace("-->", "", StringComparison.Ordinal);
        return TryParse(text) ?? TryParse(string.Create(text.Length, text, static (target, source) =>
        {
            // Raw line breaks inside strings are the commonest fault.
            for (var i = 0; i < source.Length; i++) target[i] = source[i] < ' ' ? ' ' : source[i];
        }));
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement? item, string name) =>
        item is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // a lone surrogate
        }
    }
}
