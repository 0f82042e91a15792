using AngleSharp.Dom;

namespace Aggregator.Reading.Html;

/// <summary>
/// Finds the address an image really has: the widest that the page offers, in its own <c>srcset</c> or in those of its <c>picture</c>;
/// else the one that a script
/// would load late, under whatever name; else <c>src</c>, which may be a placeholder.
/// </summary>
internal static class ImageSource
{
    private static readonly string[] LateNames = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-src"];

    /// <summary>Words in the names of attributes that hold the address of an image.</summary>
    private static readonly string[] AddressWords = ["src", "original", "orig", "image", "img", "url", "full", "large", "hires"];

    /// <summary>Words in the names of attributes that hold the address of a lesser form of it.</summary>
    private static readonly string[] LesserWords = ["thumb", "small", "blur", "placeholder", "lqip", "preview", "low", "tiny", "link",
        "page", "share"];

    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];

    /// <summary>The absolute http(s) address, or null for tracking pixels and images without one.</summary>
    public static string? Of(IElement image, Uri? address)
    {
        if (IsPixel(image)) return null;
        if (Widest(image, address) is { } widest) return widest;
        foreach (var name in LateNames)
            if (WebReference.Image(image.GetAttribute(name), address) is { } late) return late;
        return Late(image, address) ?? WebReference.Image(image.GetAttribute("src"), address);
    }

    private static string? Widest(IElement image, Uri? address)
    {
        var texts = SetsOf(image);
        for (var outer = image.ParentElement; outer is not null; outer = outer.ParentElement)
        {
            if (outer.LocalName != "picture") continue;
            texts = outer.Children.Where(child => child.LocalName == "source").SelectMany(SetsOf).Concat(texts);
            break;
        }

        (SourceCandidate Candidate, string Address)? best = null;
        foreach (var candidate in texts.SelectMany(SourceSet.Read))
        {
            if (best is { } known && !candidate.IsWiderThan(known.Candidate)) continue;
            if (WebReference.Image(candidate.Address, address) is { } found) best = (candidate, found);
        }

        return best is { } chosen && !IsDoubtful(chosen.Candidate, image) ? chosen.Address : null;
    }

    // A density says less than a width: an address that is no image by its name does not take the place of one that is.
    private static bool IsDoubtful(SourceCandidate candidate, IElement image) =>
        candidate.Width == 0 && !IsImageFile(candidate.Address) && IsImageFile(image.GetAttribute("src") ?? "");

    private static IEnumerable<string> SetsOf(IElement element) =>
        element.Attributes.Where(attribute => attribute.Name.EndsWith("srcset", StringComparison.Ordinal))
            .Select(attribute => attribute.Value);

    private static string? Late(IElement image, Uri? address)
    {
        foreach (var attribute in image.Attributes)
        {
            if (!attribute.Name.StartsWith("data-", StringComparison.Ordinal) || !IsImageFile(attribute.Value)) continue;
            var name = attribute.Name.Replace("-", "", StringComparison.Ordinal);
            if (Holds(name, AddressWords) && !Holds(name, LesserWords)
                && WebReference.Image(attribute.Value, address) is { } found) return found;
        }

        return null;
    }

    private static bool Holds(string name, string[] words) => Array.Exists(words, word => name.Contains(word, StringComparison.Ordinal));

    private static bool IsImageFile(string value)
    {
        if (value.Length is < 5 or > WebReference.MaximumLength || value.Contains(' ', StringComparison.Ordinal)) return false;
        var path = value.AsSpan();
        if (path.IndexOfAny('?', '#') is >= 0 and var end) path = path[..end];
        foreach (var ending in Endings)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsPixel(IElement image) => IsTiny(image.GetAttribute("width")) || IsTiny(image.GetAttribute("height"));

    private static bool IsTiny(string? size) => size is "0" or "1" or "2" or "1px" or "0px";
}
