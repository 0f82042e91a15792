using Aggregator.Reading.Feeds;
using Aggregator.Reading.Feeds.Discovery;

namespace Aggregator.Intake;

/// <summary>Says of a feed what somebody wants to know who thinks of following it. Pure.</summary>
internal static class FoundFeeds
{
    /// <summary>Entries of a preview.</summary>
    internal const int Previewed = 10;

    internal const int LongestTitle = 200;

    private const int LongestDescription = 500;

    public static FoundFeed Of(Feed feed, FeedCandidate candidate) => new(
        candidate.Url,
        Cut(feed.Title ?? candidate.Title, LongestTitle) ?? new Uri(candidate.Url).Host,
        Cut(feed.Description, LongestDescription),
        SourceReader.PrimarySubtag(feed.Language),
        feed.Format,
        candidate.Origin,
        candidate.IsAboutComments,
        feed.Items.Count,
        PerDay([.. feed.Items.Select(item => item.PublishingDate).OfType<DateTimeOffset>()]),
        [.. feed.Items.Take(Previewed).Select(Entry)]);

    private static FoundEntry Entry(FeedItem item) => new(
        Cut(item.Title, LongestTitle) ?? Excerpt.Of(item.Details.Description?.ToPlainText() ?? item.Contents.FirstOrDefault()?.ToPlainText() ?? "", 90) ?? "…",
        item.OriginalLink ?? item.Link, item.PublishingDate);

    /// <summary>From the first to the last: n entries have n − 1 gaps.</summary>
    internal static double? PerDay(List<DateTimeOffset> dates)
    {
        if (dates.Count < 2) return null;
        var days = (dates.Max() - dates.Min()).TotalDays;
        return days > 0.01 ? (dates.Count - 1) / days : null;
    }

    internal static string? Cut(string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";
}
