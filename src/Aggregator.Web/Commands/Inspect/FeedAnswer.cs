using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Reading.Feeds;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Commands.Inspect;

/// <summary>Answers <c>inspect feed</c>: a feed in a neutral form that does not depend on its format. Absent values are left out.</summary>
internal static class FeedAnswer
{
    /// <summary>Reads the file a line names, as if it had come from the line's url with its headers.</summary>
    public static JsonObject Answer(JsonElement line)
    {
        var url = JsonLines.Text(line, "url");
        var feed = FeedParser.Parse(
            File.ReadAllBytes(JsonLines.Required(line, "path")),
            url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null,
            Header(line, "content-type"), Header(line, "content-location"), Header(line, "content-language"));
        var answer = Shape(feed);
        answer.Insert(0, "id", JsonLines.IdOf(line));
        return answer;
    }

    /// <summary>The neutral form of a feed.</summary>
    public static JsonObject Shape(Feed feed)
    {
        var about = FeedDetailsShape.Of(feed.Details, "description");
        Put(about, "docs", feed.Docs);
        Put(about, "ttl", feed.Schedule?.TimeToLive);
        Put(about, "skip_hours", Array(feed.Schedule?.SkipHours, hour => JsonValue.Create(hour)));
        Put(about, "skip_days", Array(feed.Schedule?.SkipDays, day => JsonValue.Create(day)));
        Put(about, "cloud", feed.Cloud is not { } c ? null
            : Of(("domain", c.Domain), ("port", c.Port), ("path", c.Path), ("registerprocedure", c.RegisterProcedure), ("protocol", c.Protocol)));
        Put(about, "textinput", feed.TextInput is not { } t ? null
            : Of(("title", t.Title), ("description", t.Description), ("name", t.Name), ("link", t.Link)));
        var answer = Of(("format", feed.Format), ("encoding", feed.Encoding));
        answer["malformed"] = feed.Malformed;
        Put(answer, "diagnostics", Array(feed.Diagnostics, d => Of(("code", d.Code), ("message", d.Message))));
        answer["feed"] = about;
        answer["entries"] = Array(feed.Items, Entry) ?? [];
        return answer;
    }

    private static JsonObject Entry(FeedItem item)
    {
        var entry = FeedDetailsShape.Of(item.Details, "summary");
        Put(entry, "key", item.Key);
        // As the desk shows it, where that is not what the feed has.
        if (item.Title != item.Details.Title?.Value) Put(entry, "title_plain", item.Title);
        if (!entry.ContainsKey("published")) Put(entry, "published", FeedDetailsShape.Time(item.PublishingDate));
        Put(entry, "content", Array(item.Contents, FeedDetailsShape.Content));
        Put(entry, "enclosures", Array(item.Enclosures, Enclosure));
        Put(entry, "comments", item.CommentsUrl);
        Put(entry, "wfw_comment", item.CommentApiUrl);
        Put(entry, "wfw_commentrss", item.CommentsFeedUrl);
        Put(entry, "guidislink", item.GuidIsLink);
        Put(entry, "itunes_subtitle", item.Details.Podcast?.Subtitle);
        if (item.ImageUrl is { } image && !entry.ContainsKey("image")) entry["image"] = Of(("url", image));
        if (item.Source is { } source)
        {
            var about = FeedDetailsShape.Of(source.Details, "description");
            Put(about, "url", source.Url);
            entry["source"] = about;
        }

        return entry;
    }

    private static JsonObject Enclosure(FeedEnclosure file)
    {
        var shape = Of(("url", file.Url), ("type", file.Type));
        Put(shape, "length", file.Length);
        return shape;
    }

    private static string? Header(JsonElement line, string name)
    {
        if (!line.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object) return null;
        foreach (var header in headers.EnumerateObject())
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && header.Value.ValueKind == JsonValueKind.String)
                return header.Value.GetString();
        }

        return null;
    }

    internal static void Put(JsonObject target, string name, JsonNode? value)
    {
        if (value is not null) target[name] = value;
    }

    internal static JsonArray? Array<T>(IReadOnlyList<T>? list, Func<T, JsonNode?> shape) =>
        list is { Count: > 0 } ? new JsonArray([.. list.Select(shape)]) : null;

    internal static JsonObject Of(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var shape = new JsonObject();
        foreach (var (name, value) in members) Put(shape, name, value);
        return shape;
    }
}
