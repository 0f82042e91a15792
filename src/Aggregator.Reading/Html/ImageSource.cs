using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>Finds the address an image really has: pages that load late put it into attributes of their own.</summary>
internal static class ImageSource
{
    private static readonly string[] Names = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-src"];

    /// <summary>The absolute http(s) address, or null for tracking pixels and images without one.</summary>
    public static string? Of(IElement image, Uri? address)
    {
        if (IsPixel(image)) return null;
        foreach (var name in Names)
            if (WebReference.Image(image.GetAttribute(name), address) is { } late) return late;
        return WebReference.Image(image.GetAttribute("src"), address) ?? Widest(image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset"), address);
    }

    private static string? Widest(string? sources, Uri? address)
    {
        if (sources is null || sources.Length > 20_000) return null;
        var last = sources.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
        return WebReference.Image(last?.Split(' ')[0], address);
    }

    private static bool IsPixel(IElement image) => IsTiny(image.GetAttribute("width")) || IsTiny(image.GetAttribute("height"));

    private static bool IsTiny(string? size) => size is "0" or "1" or "2" or "1px" or "0px";
}
