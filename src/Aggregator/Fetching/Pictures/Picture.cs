namespace Aggregator.Fetching.Pictures;

/// <summary>A publisher's picture that may be shown.</summary>
/// <param name="Bytes">As the publisher sent them.</param>
/// <param name="Type">What they are, by themselves and not by their server's word.</param>
public sealed record Picture(ReadOnlyMemory<byte> Bytes, string Type)
{
    /// <summary>Bytes of one picture; press photos have up to 2 MB.</summary>
    public const int MostBytes = 10_000_000;

    /// <summary>Pixels of one picture: a browser needs four bytes for each.</summary>
    public const long MostPixels = 40_000_000;

    /// <summary>Pixels of one side: canvases of browsers end there.</summary>
    public const int LongestSide = 16_384;

    /// <returns>The picture, or null for anything that is none or exceeds the bounds.</returns>
    public static Picture? Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes || PictureFormat.Of(bytes.Span) is not { } type) return null;
        return PictureSize.Of(bytes.Span) is var (width, height) && Math.Max(width, height) <= LongestSide && (long)width * height <= MostPixels ? new(bytes, type) : null;
    }
}
