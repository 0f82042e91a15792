using Aggregator.Reading.Html;
using AngleSharp.Dom;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>Finds the first picture of a text that is one to look at. Parses nothing but the tags of pictures.</summary>
internal static class FirstPicture
{
    /// <summary>Pictures that are looked at: after so many icons there comes no other.</summary>
    private const int MostTags = 10;

    private const string Tag = "<img", Comment = "<!--";

    /// <summary>Its absolute http(s) address, or null.</summary>
    /// <param name="html">Foreign HTML with absolute addresses, or null.</param>
    /// <param name="address">The base where they are not.</param>
    public static string? Of(string? html, Uri? address)
    {
        var rest = html.AsSpan();
        for (var seen = 0; seen < MostTags && Next(ref rest) is { } tag; seen++)
        {
            if (AddressOf(tag, address) is { } found) return found;
        }

        return null;
    }

    /// <summary>Takes the next tag of a picture, with what stands before it.</summary>
    private static string? Next(ref ReadOnlySpan<char> rest)
    {
        while (rest.IndexOf('<') is >= 0 and var at)
        {
            rest = rest[at..];
            if (rest.StartsWith(Comment))
            {
                if (rest.IndexOf("-->") is not (> 0 and var end)) return null;
                rest = rest[(end + 3)..];
                continue;
            }

            if (!rest.StartsWith(Tag, StringComparison.OrdinalIgnoreCase) || TagScanner.NameLength(rest[1..]) != Tag.Length - 1
                || TagScanner.RestLength(rest[Tag.Length..]) is not (> 0 and var length))
            {
                rest = rest[1..];
                continue;
            }

            var tag = rest[..(Tag.Length + length)].ToString();
            rest = rest[tag.Length..];
            return tag;
        }

        return null;
    }

    private static string? AddressOf(string tag, Uri? address)
    {
        var parsed = SafeHtml.ParseFragment(tag, address);
        return parsed.Document?.QuerySelector("img") is { } image && !IsIcon(image) ? ImageSource.Of(image, parsed.Address ?? address) : null;
    }

    private static bool IsIcon(IElement image) => IsSmall(image.GetAttribute("width")) || IsSmall(image.GetAttribute("height"));

    private static bool IsSmall(string? size) => ItemPicture.Width(size) < ItemPicture.LeastWidth;
}
