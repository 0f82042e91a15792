using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>One line of <c>inspect page --jsonl</c>: what the page in a file is, and its entries.</summary>
internal static class PageAnswer
{
    public static JsonObject Answer(JsonElement line)
    {
        var address = Uri.TryCreate(JsonLines.Required(line, "url"), UriKind.Absolute, out var found)
            ? found : throw new UnusableLineException("\"url\" must be an absolute address.");
        var reading = PageReader.Read(SafeHtml.Decode(File.ReadAllBytes(JsonLines.Required(line, "path")), contentType: null), address);
        var answer = new JsonObject
        {
            ["id"] = JsonLines.IdOf(line),
            ["kind"] = NameOf(reading.Kind),
            ["title"] = reading.Title,
            ["language"] = reading.Language,
            ["entries"] = new JsonArray([.. reading.Entries.Select(entry => (JsonNode)Entry(entry))]),
            ["older"] = reading.Older,
            ["problem"] = reading.Problem,
        };
        if (reading.Issue is { } issue) answer["issue"] = Issue(issue);
        return answer;
    }

    private static string NameOf(PageKind kind) => kind switch
    {
        PageKind.Article => "article",
        PageKind.Listing => "listing",
        PageKind.Articles => "articles",
        PageKind.LinkLog => "linklog",
        _ => "nothing",
    };

    private static JsonObject Entry(PageEntry entry) => new()
    {
        ["position"] = entry.Position,
        ["title"] = entry.Title,
        ["url"] = entry.Url,
        ["published"] = Time(entry),
        ["author"] = entry.Authors.Count == 0 ? null : List(entry.Authors),
        ["language"] = entry.Language,
        ["tags"] = List(entry.Tags),
        ["categories"] = List(entry.Categories),
        ["text"] = entry.Text,
        ["html"] = entry.Html,
        ["image"] = entry.Image,
        ["comment"] = entry.Comment,
        ["commentHtml"] = entry.CommentHtml.Length == 0 ? null : entry.CommentHtml,
        ["quoted"] = List(entry.Quoted),
        ["publisher"] = entry.Publisher,
        ["truncated"] = entry.Truncated,
        ["duplicateOf"] = entry.DuplicateOf,
    };

    private static JsonObject Issue(PageIssue issue) => new()
    {
        ["title"] = issue.Title,
        ["authors"] = List(issue.Authors),
        ["day"] = issue.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["sections"] = new JsonArray([.. issue.Sections.Select(section => (JsonNode)new JsonObject
        {
            ["title"] = section.Title,
            ["text"] = section.Text,
            ["credits"] = new JsonArray([.. section.Credits.Select(credit => (JsonNode)new JsonObject { ["name"] = credit.Name, ["url"] = credit.Url })]),
        })]),
    };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    // Only as much as is known: "2022-04" for a month, the day without a time.
    private static string? Time(PageEntry entry) => entry.Published?.ToString(entry.Precision switch
    {
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
        _ => "yyyy-MM-dd'T'HH:mm:sszzz",
    }, CultureInfo.InvariantCulture);
}
