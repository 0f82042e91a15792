namespace Aggregator.Reading.Feeds;

/// <summary>Names of formats that are decided in more than one place.</summary>
internal static class FeedFormats
{
    public const string Unknown = "unknown";
    public const string Rss10 = "rss1.0";
    public const string Cdf = "cdf";
}
