using System.Text;
using System.Text.Json;
using Aggregator.Reading.Feeds.Wire;

namespace Aggregator.Reading.Feeds.JsonFeed;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), one item at a time, so that a document cut off keeps the items before.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static WireFeed Read(ReadOnlySpan<char> text, Uri? baseAddress, string? language, DiagnosticList diagnostics)
    {
        var feed = new WireFeed(FeedFormats.Unknown);
        feed.Self.InheritedLanguage = language;
        var limit = new ItemLimit(diagnostics);
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            ReadFeed(ref reader, feed, new JsonFeedAdapter(baseAddress), limit);
        }
        catch (JsonException e)
        {
            diagnostics.Break("json-broken", "The JSON breaks off or is wrong here.", (int?)e.LineNumber + 1);
            if (feed.Items.Count == 0) feed.Format = FeedFormats.Unknown;
        }

        if (feed.Format == FeedFormats.Unknown) diagnostics.Break("no-feed", "There is no feed here: this JSON is no JSON Feed.");
        return feed.Format == FeedFormats.Unknown ? new WireFeed(FeedFormats.Unknown) : feed;
    }

    private static void ReadFeed(ref Utf8JsonReader reader, WireFeed feed, JsonFeedAdapter adapter, ItemLimit limit)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Of(ref reader);
            reader.Read();
            if (name == "items" && reader.TokenType == JsonTokenType.StartArray) ReadItems(ref reader, feed, adapter, limit);
            else
            {
                using var value = JsonDocument.ParseValue(ref reader);
                if (name == "version") feed.Format = Format(JsonText.Of(value.RootElement));
                else adapter.ReadFeed(feed.Self, name, value.RootElement);
            }
        }
    }

    private static void ReadItems(ref Utf8JsonReader reader, WireFeed feed, JsonFeedAdapter adapter, ItemLimit limit)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            if (value.RootElement.ValueKind == JsonValueKind.Object && limit.Take(feed.Items.Count))
                feed.Items.Add(adapter.ReadItem(value.RootElement, feed.Self));
        }
    }

    private static string Format(string? version) => version switch
    {
        null => FeedFormats.Unknown,
        "1" or "1.0" => "jsonfeed1.0", // some write the number instead of the address the specification wants
        "1.1" => "jsonfeed1.1",
        _ when !version.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) => FeedFormats.Unknown,
        _ => version.TrimEnd('/').EndsWith("1.1", StringComparison.Ordinal) ? "jsonfeed1.1" : "jsonfeed1.0",
    };
}
