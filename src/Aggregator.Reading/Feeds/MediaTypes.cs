namespace Aggregator.Reading.Feeds;

/// <summary>The media types of texts in feeds.</summary>
internal static class MediaTypes
{
    public const string Plain = "text/plain";
    public const string Html = "text/html";
    public const string Xhtml = "application/xhtml+xml";
}
