namespace Aggregator.Reading.Feeds.Wire;

/// <summary>A whole document as read: its format, what it says about itself, and its items.</summary>
internal sealed class WireFeed(string format)
{
    public string Format { get; set; } = format;

    public WireNode Self { get; } = new();

    public List<WireNode> Items { get; } = [];
}
