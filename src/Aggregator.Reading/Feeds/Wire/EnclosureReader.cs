using System.Globalization;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads RSS enclosures.</summary>
internal static class EnclosureReader
{
    public static void Read(XmlScanner xml, WireNode node)
    {
        var url = Addresses.Resolve(xml.Base, xml.Attribute("url") ?? xml.Attribute("href"));
        if (url is null) return;
        CoreElements.Add(node.Enclosures ??= [], new FeedEnclosure(url, xml.Attribute("type")?.Trim(), Length(xml.Attribute("length"))));
    }

    /// <summary>A size in bytes, or null when the text is none.</summary>
    public static long? Length(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var bytes)
            ? bytes : null;
}
