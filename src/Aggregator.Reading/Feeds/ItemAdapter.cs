using System.Globalization;
using Aggregator.Reading.Feeds.Wire;

namespace Aggregator.Reading.Feeds;

/// <summary>Turns an item as read into the item we think in.</summary>
/// <param name="feedAuthors">Who the feed is by.</param>
internal sealed class ItemAdapter(DetailsAdapter details, IReadOnlyList<FeedPerson> feedAuthors)
{
    public FeedItem Adapt(WireNode node)
    {
        var common = details.Adapt(node);
        var enclosures = Enclosures(node);
        var source = node.Source is { } from ? new FeedSource(details.Adapt(from), SourceUrl(node, from)) : null;
        return new FeedItem
        {
            Key = "",
            Details = common,
            GuidIsLink = node.IsPermaLink is null ? null : node.IsPermaLink.Value && node.RssLink is null,
            OriginalLink = node.OriginalLink,
            Contents = node.Contents ?? (IReadOnlyList<FeedText>)[],
            Enclosures = enclosures,
            NamedImageUrl = ItemPicture.Of(common, enclosures),
            CommentsUrl = node.Comments ?? Href(node, "replies", MediaTypes.Html),
            CommentApiUrl = node.CommentApi,
            CommentsFeedUrl = node.CommentsFeed ?? Href(node, "replies", "application/atom+xml"),
            CommentCount = int.TryParse(node.CommentCount, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
            InReplyTo = node.InReplyTo,
            Source = source,
            Authors = common.Authors.Count > 0 || !node.IsAtom ? common.Authors : source is { Details.Authors: { Count: > 0 } theirs } ? theirs : feedAuthors,
        };
    }

    private static string? SourceUrl(WireNode node, WireNode source) => node.SourceUrl ?? source.Links?.Find(l => l.Rel == "self")?.Href;

    private static string? Href(WireNode node, string rel, string type) => node.Links?.Find(l => l.Rel == rel && l.Type == type)?.Href;

    private static List<FeedEnclosure> Enclosures(WireNode node)
    {
        var found = node.Enclosures ?? [];
        foreach (var link in node.Links ?? [])
        {
            if (link is { Rel: "enclosure", Href: { } href })
                CoreElements.Add(found, new FeedEnclosure(href, link.Type, EnclosureReader.Length(link.Length)));
        }

        return found;
    }
}
