using System.Xml.Linq;

namespace Aggregator.Web.Demo.Feeds;

/// <summary>Writes the feed of an edition.</summary>
internal delegate FeedFile FeedFormat(DemoEdition edition);

/// <summary>A feed as it goes over the wire.</summary>
/// <param name="Type">Its media type, with the charset where the format wants one.</param>
internal sealed record FeedFile(string Type, string Text)
{
    public static FeedFile Of(string type, XElement root) =>
        new($"{type}; charset=utf-8", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n");
}
