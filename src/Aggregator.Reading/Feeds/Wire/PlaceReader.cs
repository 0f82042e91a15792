using System.Collections.Frozen;
using System.Globalization;
using Aggregator.Reading.Feeds.Xml;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>Reads places: GeoRSS Simple and GML (georss.org), and the W3C's geo:lat and geo:long.</summary>
internal static class PlaceReader
{
    private const int MostPositions = 1_000;

    public static FrozenDictionary<string, ReadElement> GeoRss { get; } = ModuleElements.Of(new()
    {
        ["point"] = (xml, node) => Put(node, FeedPlaceKind.Point, XmlContent.Text(xml)),
        ["line"] = (xml, node) => Put(node, FeedPlaceKind.Line, XmlContent.Text(xml)),
        ["polygon"] = (xml, node) => Put(node, FeedPlaceKind.Polygon, XmlContent.Text(xml)),
        ["box"] = (xml, node) => Put(node, FeedPlaceKind.Box, XmlContent.Text(xml)),
        ["featurename"] = (xml, node) => node.PlaceName ??= XmlContent.Text(xml),
        ["where"] = ReadGml,
    });

    public static FrozenDictionary<string, ReadElement> Geo { get; } = ModuleElements.Of(new()
    {
        ["lat"] = (xml, node) => node.Latitude ??= XmlContent.Text(xml),
        ["long"] = (xml, node) => node.Longitude ??= XmlContent.Text(xml),
        ["lon"] = (xml, node) => node.Longitude ??= XmlContent.Text(xml),
        ["point"] = ReadInside,
    });

    /// <summary>The place a node names, or null when it names none that exists.</summary>
    public static FeedPlace? Of(WireNode node)
    {
        var place = node.Place;
        if (place is null && node.Latitude is not null && node.Longitude is not null) place = Of(FeedPlaceKind.Point, $"{node.Latitude} {node.Longitude}");
        return place is null || string.IsNullOrEmpty(node.PlaceName) ? place : place with { Name = node.PlaceName };
    }

    private static void Put(WireNode node, FeedPlaceKind kind, string text) => node.Place ??= Of(kind, text);

    private static void ReadInside(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth)) Elements.Read(xml, node);
    }

    /// <summary>GML wraps the positions in elements of their own; in GeoRSS latitude is first here too.</summary>
    private static void ReadGml(XmlScanner xml, WireNode node)
    {
        var depth = xml.Depth;
        FeedPlaceKind? kind = null;
        JoinedText positions = default;
        while (xml.NextWithin(depth))
        {
            if (xml.Token == XmlToken.Start) kind ??= KindOf(xml.LocalName);
            else if (xml.Token is XmlToken.Text or XmlToken.CData && xml.LocalName is "pos" or "posList" or "lowerCorner" or "upperCorner") positions.Add(xml, " ");
        }

        if (kind is not null) Put(node, kind.Value, positions.ToString());
    }

    private static FeedPlaceKind? KindOf(ReadOnlySpan<char> name) => name switch
    {
        "Point" => FeedPlaceKind.Point,
        "LineString" => FeedPlaceKind.Line,
        "Polygon" => FeedPlaceKind.Polygon,
        "Envelope" => FeedPlaceKind.Box,
        _ => null,
    };

    private static FeedPlace? Of(FeedPlaceKind kind, string text)
    {
        var positions = Positions(text);
        var enough = kind switch
        {
            FeedPlaceKind.Point => positions.Count == 1,
            FeedPlaceKind.Box => positions.Count == 2,
            FeedPlaceKind.Line => positions.Count >= 2,
            _ => positions.Count >= 4, // the last is the first again
        };
        return enough ? new FeedPlace(kind, positions) : null;
    }

    /// <summary>Pairs of latitude and longitude with spaces or commas between; none when one of them is no position on Earth.</summary>
    private static List<FeedPosition> Positions(string text)
    {
        var numbers = text.Split([' ', ',', '\t', '\n', '\r'], (2 * MostPositions) + 1, StringSplitOptions.RemoveEmptyEntries);
        var positions = new List<FeedPosition>(numbers.Length / 2);
        if (numbers.Length % 2 != 0) return positions;
        for (var i = 0; i < numbers.Length; i += 2)
        {
            if (Number(numbers[i], 90) is not { } latitude || Number(numbers[i + 1], 180) is not { } longitude) return [];
            positions.Add(new FeedPosition(latitude, longitude));
        }

        return positions;
    }

    private static double? Number(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most ? number : null;
}
