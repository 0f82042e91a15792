using Aggregator.Reading.Urls;
using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Makes a link of a video that a page embeds: its title, else the name of its host. Frames of other kinds (advertisements, forms,
/// counters) stay what they are.
/// </summary>
internal static class EmbeddedVideo
{
    /// <summary>Marks the figure that a link was put into; no markup of ours is kept with it.</summary>
    public const string Mark = "data-embedded-video";

    /// <summary>What players call themselves, in the path or in the name of the host.</summary>
    private static readonly string[] Words = ["embed", "player", "video", "videos", "watch"];

    private const int LongestTitle = 200;

    public static void Link(IElement element, Uri? page)
    {
        if (AddressOf(element, page) is not { } address) return;
        var document = element.Owner!;
        var link = document.CreateElement("a");
        link.SetAttribute("href", address.AbsoluteUri);
        link.TextContent = TitleOf(element) ?? RegistrableHost.Of(address.Host);
        var figure = element.Closest("figure") ?? document.CreateElement("figure");
        figure.SetAttribute(Mark, "");
        if (figure.Parent is not null)
        {
            element.Replace(link);
            return;
        }

        figure.AppendChild(link);
        element.Replace(figure);
    }

    private static string? TitleOf(IElement element)
    {
        var said = element.GetAttribute("title") ?? element.GetAttribute("aria-label") ?? element.GetAttribute("data-title");
        return string.IsNullOrWhiteSpace(said) || said.Length > LongestTitle ? null : said.Trim();
    }

    private static Uri? AddressOf(IElement element, Uri? page)
    {
        if (element.LocalName == "amp-youtube") return Watch(element.GetAttribute("data-videoid"));
        var raw = element.GetAttribute("src") is { Length: > 0 } own && !own.StartsWith("about:", StringComparison.OrdinalIgnoreCase) ? own
            : element.GetAttribute("data-src") ?? element.GetAttribute("data-lazy-src")
                ?? element.QuerySelector("source[src]")?.GetAttribute("src");
        if (raw is null || WebReference.Link(raw, page) is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var found)
            || found.Host.Length == 0) return null;
        return element.LocalName is "video" or "amp-video" || IsPlayer(found) ? Opened(found) : null;
    }

    private static bool IsPlayer(Uri address) =>
        address.Host.Split('.').Concat(address.AbsolutePath.Split('/', '-', '.'))
            .Any(part => Words.Contains(part, StringComparer.OrdinalIgnoreCase));

    // The page of the video says more than its frame.
    private static Uri Opened(Uri frame) =>
        RegistrableHost.Of(frame.Host) is "youtube.com" or "youtube-nocookie.com"
            && frame.AbsolutePath.Split('/') is [_, "embed", { Length: > 0 } id] ? Watch(id) ?? frame : frame;

    private static Uri? Watch(string? id) =>
        id is { Length: > 5 and < 40 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? new Uri($"https://www.youtube.com/watch?v={id}") : null;
}
