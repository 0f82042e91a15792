using Aggregator.Reading.Feeds.Text;

namespace Aggregator.Reading.Feeds.Wire;

/// <summary>
/// Makes the addresses in the texts of an RSS item absolute. RSS does not say what they are relative to; the text was written for the
/// item's page, so they are relative to that, except where an xml:base says otherwise.
/// </summary>
internal static class ItemTexts
{
    /// <param name="item">An item that has been read to its end: its link may stand behind its texts.</param>
    /// <param name="documentBase">The base where the item has no address.</param>
    public static void Resolve(WireNode item, Uri? documentBase)
    {
        var page = Addresses.Page(item.OriginalLink) ?? Addresses.Page(DetailsAdapter.Link(item));
        if ((page is not null && Uri.TryCreate(page, UriKind.Absolute, out var address) ? address : documentBase) is not { } found) return;
        item.Title = Of(item.Title, found);
        item.OtherTitle = Of(item.OtherTitle, found);
        item.Description = Of(item.Description, found);
        item.OtherDescription = Of(item.OtherDescription, found);
        item.Rights = Of(item.Rights, found);
        item.OtherRights = Of(item.OtherRights, found);
        for (var i = 0; i < item.Contents?.Count; i++) item.Contents[i] = Of(item.Contents[i], found)!;
    }

    private static FeedText? Of(FeedText? text, Uri address) => text is not { Base: null } ? text : text with
    {
        Value = text.IsHtml ? HtmlLinks.Resolve(text.Value, address) : text.Value, Base = address.OriginalString,
    };
}
