using System.Text.Json;
using Aggregator.Reading.Pages;

namespace Aggregator.Sources;

/// <summary>The rules of a page as <c>feeds.json</c> has them: an object of selectors, <c>{"list": "article", "date": "time"}</c>.</summary>
internal static class PageRulesText
{
    /// <summary>The rules of an object; null when it is none, names a rule that does not exist, or a text in it is no selector.</summary>
    /// <param name="value">What stands in the file.</param>
    /// <param name="textOf">The text of a JSON string, or null.</param>
    public static PageRules? Read(JsonElement value, Func<JsonElement, string?> textOf)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var rules = new PageRules();
        foreach (var given in value.EnumerateObject())
            if (textOf(given.Value)?.Trim() is not { } selector || With(rules, NameOf(given), selector) is not { } more) return null;
            else rules = more;
        return rules.IsEmpty || rules.Faulty.Count > 0 ? null : rules;
    }

    public static void Write(Utf8JsonWriter json, PageRules rules)
    {
        json.WriteStartObject("rules");
        foreach (var (name, selector) in rules.Named)
            if (selector is not null) json.WriteString(name, selector);
        json.WriteEndObject();
    }

    private static PageRules? With(PageRules rules, string name, string selector) => name switch
    {
        "list" => rules with { List = selector },
        "link" => rules with { Link = selector },
        "title" => rules with { Title = selector },
        "date" => rules with { Date = selector },
        "body" => rules with { Body = selector },
        "remove" => rules with { Remove = selector },
        _ => null,
    };

    /// <summary>The name of the property; one with half a surrogate pair, which cannot be a string, is no rule.</summary>
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }
}
