using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Pages;
using Aggregator.Reading.Urls;

namespace Aggregator.Sources;

/// <summary>An entry of <c>feeds.json</c> while its keys arrive; collects every fault, so that one look at the file mends all.</summary>
internal sealed class SourceEntryDraft(int line)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(24);

    /// <summary>Days: a hundred years.</summary>
    private const int LongestKept = 36_500;

    /// <summary>Takes one value; the answer is what is wrong with it, or null.</summary>
    private static readonly Dictionary<string, Func<SourceEntryDraft, JsonElement, string?>> Setters = new(StringComparer.Ordinal)
    {
        ["url"] = (draft, value) => draft.SetUrl(TextOf(value)),
        ["name"] = (draft, value) => draft.SetName(TextOf(value)),
        ["language"] = (draft, value) => draft.SetLanguage(value),
        ["topics"] = (draft, value) => draft.SetTopics(value),
        ["kind"] = (draft, value) => draft.SetKind(TextOf(value)),
        ["weight"] = (draft, value) => draft.SetWeight(value),
        ["interval"] = (draft, value) => draft.SetInterval(TextOf(value)),
        ["keepDays"] = (draft, value) => draft.SetKeepDays(value),
        ["keepArticles"] = (draft, value) => draft.SetKeepArticles(value),
        ["rules"] = (draft, value) => draft.SetRules(value),
    };

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<SourceProblem> problems = [];
    private int urlLine;
    private string? url;
    private string? name;
    private string? language;
    private IReadOnlyList<string> topics = [];
    private string kind = "auto";
    private double weight = 1;
    private TimeSpan? interval;
    private int? keepDays;
    private int? keepArticles;
    private PageRules? rules;

    public static IEnumerable<string> Keys => Setters.Keys;

    public IReadOnlyList<SourceProblem> Problems => problems;

    public void Set(string key, JsonElement value, int valueLine)
    {
        var fault = !Setters.TryGetValue(key, out var set) ? $"The key \"{key}\" is not known: use {string.Join(", ", Keys)}."
            : !seen.Add(key) ? $"\"{key}\" stands twice in this source: keep one of them."
            : set(this, value);
        if (fault is not null) problems.Add(new SourceProblem(valueLine, fault));
        if (key == "url") urlLine = valueLine;
    }

    /// <summary>The entry, or null when something is wrong with it.</summary>
    /// <param name="lineOfAddress">The lines of the entries so far by <see cref="UrlKey"/>; a sound entry adds itself.</param>
    public SourceEntry? Finish(Dictionary<string, int> lineOfAddress)
    {
        if (!seen.Contains("url")) problems.Add(new SourceProblem(line, "The source has no \"url\": add the address of the feed or page."));
        if (!seen.Contains("name")) problems.Add(new SourceProblem(line, "The source has no \"name\": add what the desk should call it."));
        if (problems.Count > 0 || url is null || name is null) return null;
        var key = UrlKey.Of(url);
        if (lineOfAddress.TryAdd(key, line))
            return new SourceEntry(url, name, language, topics, kind, weight, interval, line) { KeepDays = keepDays, KeepArticles = keepArticles, Rules = rules };
        problems.Add(new SourceProblem(urlLine, $"\"{url}\" is already the source of line {lineOfAddress[key]}: remove one of the two."));
        return null;
    }

    private string? SetUrl(string? text)
    {
        url = text?.Trim();
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && CanonicalUrl.TryParse(url, out _)
            && WebHost.IsWeb(address) ? null
            : "\"url\" must be a full address that begins with https:// or http://.";
    }

    private string? SetName(string? text)
    {
        name = text?.Trim();
        return string.IsNullOrEmpty(name) ? "\"name\" must be a text that is not empty: write what the desk should call the source." : null;
    }

    private string? SetLanguage(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        language = LanguageTag.Normalize(TextOf(value));
        return language is null ? "\"language\" must be a language tag such as \"fr\", \"en\" or \"fr-CA\"." : null;
    }

    private string? SetTopics(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return "\"topics\" must be a list of texts: write [\"media\", \"marketing\"].";
        var texts = value.EnumerateArray().Select(topic => TextOf(topic)?.Trim()).ToList();
        topics = [.. texts.OfType<string>().Distinct(StringComparer.Ordinal)];
        return texts.TrueForAll(text => !string.IsNullOrEmpty(text)) ? null : "Each of the \"topics\" must be a text that is not empty.";
    }

    private string? SetKind(string? text)
    {
        kind = text ?? "";
        return kind is "auto" or "feed" or "page" ? null : "\"kind\" must be \"auto\", \"feed\" or \"page\"; leave it out for \"auto\".";
    }

    private string? SetWeight(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out weight) && weight is >= 0.1 and <= 10 ? null
        : "\"weight\" must be a number from 0.1 to 10; leave it out for 1.";

    private string? SetInterval(string? text)
    {
        // "24:00:00" is how people write a day; TimeSpan's own form of it is "1.00:00:00".
        if (text == "24:00:00") interval = LongestInterval;
        else if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var read)) interval = read;
        return interval >= ShortestInterval && interval <= LongestInterval ? null
            : "\"interval\" must be a time from \"00:15:00\" to \"24:00:00\", such as \"01:00:00\".";
    }

    private string? SetKeepDays(JsonElement value)
    {
        keepDays = NumberOf(value);
        return keepDays is >= 0 and <= LongestKept ? null : "\"keepDays\" must be a whole number of days from 0 (for ever) to 36500.";
    }

    private string? SetKeepArticles(JsonElement value)
    {
        keepArticles = NumberOf(value);
        return keepArticles >= 0 ? null : "\"keepArticles\" must be a whole number of articles, 0 for all.";
    }

    private string? SetRules(JsonElement value)
    {
        rules = PageRulesText.Read(value, TextOf);
        return rules is not null ? null : $"\"rules\" must be an object of CSS selectors named {string.Join(", ", new PageRules().Named.Select(rule => rule.Name))}.";
    }

    private static int? NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>The text of a JSON string; null for another type and for half a surrogate pair, which no text can hold.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
