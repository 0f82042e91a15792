using System.Buffers.Binary;

namespace Aggregator.Fetching.Pictures;

/// <summary>
/// Reads how many pixels a picture unpacks to from its header (PNG §11.2.2, GIF89a §18, JPEG T.81 §B.2.2, WebP container, ISO 23008-12 ispe), without
/// decoding it: a file of some kilobytes can unpack to gigabytes in the browser.
/// </summary>
public static class PictureSize
{
    /// <returns>Width and height in pixels, or null when the header does not say.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) => PictureFormat.Of(bytes) switch
    {
        "image/png" when bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8) => Checked(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])),
        "image/gif" when bytes.Length >= 10 => Checked(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        "image/jpeg" => OfJpeg(bytes),
        "image/webp" => OfWebp(bytes),
        "image/avif" => OfAvif(bytes),
        _ => null,
    };

    private static (int, int)? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            // Frame headers, without the tables that share their range.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Checked(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }

        return null;
    }

    private static (int, int)? OfWebp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return null;
        var form = bytes[12..16];
        if (form.SequenceEqual("VP8X"u8)) return Checked(Three(bytes[24..]) + 1, Three(bytes[27..]) + 1);
        if (form.SequenceEqual("VP8 "u8)) return Checked((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, (uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!form.SequenceEqual("VP8L"u8) || bytes[20] != 0x2F) return null;
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return Checked((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1);
    }

    // The extents of all images in the file (thumbnails, alpha, tiles): the largest counts. They stand in the boxes before the data.
    private static (int, int)? OfAvif(ReadOnlySpan<byte> bytes)
    {
        (int Width, int Height)? largest = null;
        var rest = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        while (rest.IndexOf("ispe"u8) is >= 0 and var at && rest.Length >= at + 16)
        {
            var size = Checked(BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 12)..]));
            if (size is null) return null;
            if (largest is null || (long)size.Value.Item1 * size.Value.Item2 > (long)largest.Value.Width * largest.Value.Height) largest = size;
            rest = rest[(at + 16)..];
        }

        return largest;
    }

    private static uint Three(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);

    private static (int, int)? Checked(uint width, uint height) => width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? ((int)width, (int)height) : null;
}
