using System.Text.Json;
using Aggregator.Reading.Feeds.Text;
using Aggregator.Reading.Feeds.Wire;

namespace Aggregator.Reading.Feeds.JsonFeed;

/// <summary>Says in the words of the other formats what JSON Feed says in its own.</summary>
internal sealed class JsonFeedAdapter(Uri? baseAddress)
{
    /// <summary>Takes one member of the feed object.</summary>
    public void ReadFeed(WireNode feed, string name, JsonElement value)
    {
        var text = JsonText.Of(value);
        switch (name)
        {
            case "title": feed.Title = Plain(text, null); break;
            case "description": feed.Description = Plain(text, null); break;
            case "home_page_url": feed.RssLink = Link(feed, text, "alternate"); break;
            case "feed_url": Link(feed, text, "self"); break;
            case "next_url": Link(feed, text, "next"); break;
            case "hubs" when value.ValueKind == JsonValueKind.Array:
                foreach (var hub in value.EnumerateArray()) Link(feed, JsonText.Of(hub, "url"), "hub");
                break;
            case "icon": feed.Icon = Addresses.Resolve(baseAddress, text); break;
            case "favicon": feed.Icon ??= Addresses.Resolve(baseAddress, text); break;
            case "language": feed.Language = text; break;
            case "author": feed.Authors ??= People([value]); break;
            case "authors" when value.ValueKind == JsonValueKind.Array: feed.Authors = People(value.EnumerateArray()); break;
        }
    }

    public WireNode ReadItem(JsonElement item, WireNode feed)
    {
        var language = JsonText.Of(item, "language");
        var node = new WireNode
        {
            Id = JsonText.Of(item, "id"),
            Title = Plain(JsonText.Of(item, "title"), language),
            Description = Plain(JsonText.Of(item, "summary"), language),
            Contents = Contents(item, language),
            Published = JsonText.Of(item, "date_published"),
            Updated = JsonText.Of(item, "date_modified"),
            Language = language,
            InheritedLanguage = feed.InheritedLanguage,
            Authors = Members(item, "authors") is { } authors ? People(authors)
                : item.TryGetProperty("author", out var author) ? People([author]) : null,
            Categories = Members(item, "tags")?.Select(JsonText.Of).OfType<string>().Distinct().Select(t => new FeedCategory(t.Trim()) { IsKeyword = true }).ToList(),
            Enclosures = Members(item, "attachments")?.Select(Attachment).OfType<FeedEnclosure>().ToList(),
            IsAtom = true,
        };
        node.RssLink = Link(node, JsonText.Of(item, "url"), "alternate");
        Link(node, JsonText.Of(item, "external_url"), "related");
        node.RssLink ??= Addresses.Page(node.Id);
        var image = Addresses.Resolve(baseAddress, JsonText.Of(item, "image") ?? JsonText.Of(item, "banner_image"));
        if (image is not null) node.Image = new FeedImage(image);
        return node;
    }

    private List<FeedText>? Contents(JsonElement item, string? language)
    {
        var contents = new List<FeedText>();
        if (JsonText.Of(item, "content_html") is { } html)
            contents.Add(new FeedText(HtmlLinks.Resolve(html, baseAddress), MediaTypes.Html, language, baseAddress?.OriginalString));
        if (Plain(JsonText.Of(item, "content_text"), language) is { } text) contents.Add(text);
        return contents.Count > 0 ? contents : null;
    }

    private string? Link(WireNode node, string? url, string rel)
    {
        if (Addresses.Resolve(baseAddress, url) is not { } href) return null;
        (node.Links ??= []).Add(new FeedLink(href, rel));
        return rel == "alternate" ? href : null;
    }

    private List<FeedPerson>? People(IEnumerable<JsonElement> authors)
    {
        var people = authors
            .Select(a => new FeedPerson(JsonText.Of(a, "name")?.Trim(), null, Addresses.Resolve(baseAddress, JsonText.Of(a, "url"))))
            .Where(p => p.Name is not null || p.Url is not null)
            .ToList();
        return people.Count > 0 ? people : null;
    }

    private FeedEnclosure? Attachment(JsonElement attachment) =>
        Addresses.Resolve(baseAddress, JsonText.Of(attachment, "url")) is { } url
            ? new FeedEnclosure(url, JsonText.Of(attachment, "mime_type"), EnclosureReader.Length(JsonText.Of(attachment, "size_in_bytes")))
            : null;

    private static JsonElement.ArrayEnumerator? Members(JsonElement item, string name) =>
        item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : null;

    private FeedText? Plain(string? text, string? language) =>
        text is null ? null : new FeedText(text.Trim(), MediaTypes.Plain, language, baseAddress?.OriginalString);
}
