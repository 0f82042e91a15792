using System.Buffers.Binary;
using System.Text;

namespace Aggregator.Tests.Bench;

/// <summary>The smallest files that are pictures, and files that only claim to be.</summary>
internal static class Images
{
    public static byte[] Png(int width = 1, int height = 1, int padding = 0)
    {
        var bytes = new byte[33 + padding];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }.CopyTo(bytes, 0);
        "IHDR"u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Gif(ushort width, ushort height) => [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x3B];

    /// <summary>With a comment and a table before its frame header.</summary>
    public static byte[] Jpeg(ushort width, ushort height) =>
    [
        0xFF, 0xD8, 0xFF, 0xFE, 0, 4, (byte)'h', (byte)'i', 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xFF, 0xC2, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width,
        3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9,
    ];

    public static byte[] Webp(string form, params byte[] data) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(form), 0, 0, 0, 0, .. data, .. new byte[20]];

    /// <summary>A thumbnail's extent before the picture's own.</summary>
    public static byte[] Avif(int width, int height)
    {
        var extents = new byte[40];
        "ispe"u8.CopyTo(extents.AsSpan());
        BinaryPrimitives.WriteInt32BigEndian(extents.AsSpan(8), 2);
        BinaryPrimitives.WriteInt32BigEndian(extents.AsSpan(12), 2);
        "ispe"u8.CopyTo(extents.AsSpan(20));
        BinaryPrimitives.WriteInt32BigEndian(extents.AsSpan(28), width);
        BinaryPrimitives.WriteInt32BigEndian(extents.AsSpan(32), height);
        return [0, 0, 0, 0x1C, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1"u8, .. extents];
    }
}
