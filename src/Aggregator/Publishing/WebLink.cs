namespace Aggregator.Publishing;

/// <summary>What may become a link: addresses come from feeds, and a feed may hold anything.</summary>
internal static class WebLink
{
    /// <returns>The address as it was given when it is http(s), with white space and controls escaped; null for anything else.</returns>
    public static string? Of(string? address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? null
        : address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? uri.AbsoluteUri
        : address;
}
