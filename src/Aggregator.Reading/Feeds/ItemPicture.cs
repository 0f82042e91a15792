using System.Globalization;

namespace Aggregator.Reading.Feeds;

/// <summary>Chooses the picture of an item among those it names.</summary>
internal static class ItemPicture
{
    /// <summary>Pixels: what is narrower is there to count readers, or to stand in a line.</summary>
    public const int LeastWidth = 50;

    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];

    /// <summary>
    /// The widest; of equal ones the first. A picture whose width is not said is wider than any thumbnail: thumbnails are made to be small.
    /// Attached files, which may be anything, come last.
    /// </summary>
    /// <returns>Its address, or null.</returns>
    public static string? Of(FeedDetails details, IReadOnlyList<FeedEnclosure> enclosures)
    {
        if (details.Image is null && details.Media.Count + details.Thumbnails.Count + enclosures.Count == 0) return null;
        List<(string Url, int? Width)> whole =
        [
            .. details.Image is { Url: { } url } image ? [(url, Width(image.Width))] : (IEnumerable<(string, int?)>)[],
            .. details.Media.Where(IsImage).Select(media => (media.Url, Width(media.Width))),
        ];
        var small = details.Thumbnails.Select(thumbnail => (thumbnail.Url, Width: Width(thumbnail.Width)));
        var attached = enclosures.FirstOrDefault(file => IsImageType(file.Type))?.Url;
        if (whole.Count == 0) return Widest(small) ?? attached;
        return whole.TrueForAll(picture => picture.Width is null) ? whole[0].Url
            : Widest(whole.Concat(small.Where(thumbnail => thumbnail.Width is not null))) ?? Widest(small) ?? attached;
    }

    private static string? Widest(IEnumerable<(string Url, int? Width)> pictures) =>
        pictures.Where(picture => picture.Width is null or >= LeastWidth).OrderByDescending(picture => picture.Width ?? 0)
            .Select(picture => picture.Url).FirstOrDefault();

    /// <summary>What says that it is one, or says nothing and has a picture's name.</summary>
    private static bool IsImage(FeedMedia media) =>
        media.Medium is { Length: > 0 } medium ? medium.Equals("image", StringComparison.OrdinalIgnoreCase)
        : media.Type is { Length: > 0 } type ? IsImageType(type)
        : HasImageName(media.Url);

    private static bool IsImageType(string? type) => type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool HasImageName(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url[..end];
        return Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Pixels as published ("640", "640px"), or null.</summary>
    public static int? Width(string? published)
    {
        var text = published.AsSpan().Trim();
        if (text.EndsWith("px", StringComparison.OrdinalIgnoreCase)) text = text[..^2];
        return int.TryParse(text, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
    }
}
