using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Html;

/// <summary>The address that relative references of a page are resolved against (HTML Standard, 2.4.3 "document base URL").</summary>
internal static class BaseAddress
{
    /// <summary>The first <c>base href</c> when it gives an http(s) address, else <paramref name="address"/> when that is one.</summary>
    public static Uri? Of(IHtmlDocument document, Uri? address)
    {
        var page = IsWeb(address) ? address : null;
        var named = document.Head?.Children.FirstOrDefault(child => child.LocalName == "base")?.GetAttribute("href")?.Trim();
        return named is { Length: > 0 } && Resolve(page, named) is { } found ? found : page;
    }

    /// <summary>An absolute http(s) address, or null when there is none to be had.</summary>
    public static Uri? Resolve(Uri? address, string reference)
    {
        if (reference.Length > WebReference.MaximumLength) return null;
        // Path-like strings would become file: addresses on Unix; only what names a scheme may stand alone.
        var absolute = reference.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(reference, UriKind.Absolute, out var whole) ? whole : null;
        if (absolute is null && address is not null && !Uri.TryCreate(address, reference, out absolute)) return null;
        return IsWeb(absolute) ? absolute : null;
    }

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https", Host.Length: > 0 };
}
