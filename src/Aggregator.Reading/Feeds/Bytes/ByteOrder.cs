using System.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>Encodings that show in the first bytes: a byte order mark, or how "&lt;" is laid out (XML 1.0 appendix F).</summary>
internal static class ByteOrder
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding, its name, and how many bytes the mark takes; null when nothing shows.</summary>
    public static (Encoding Encoding, string Name, int Mark)? Find(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, "utf-8", 3),
            [0x00, 0x00, 0xFE, 0xFF, ..] => (Utf32BigEndian, "utf-32be", 4),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, "utf-32le", 4),
            [0x00, 0x00, 0x00, 0x3C, ..] => (Utf32BigEndian, "utf-32be", 0),
            [0x3C, 0x00, 0x00, 0x00, ..] => (Encoding.UTF32, "utf-32le", 0),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, "utf-16be", 2),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, "utf-16le", 2),
            [0x00, 0x3C, ..] or [0x00, 0x7B, ..] => (Encoding.BigEndianUnicode, "utf-16be", 0),
            [0x3C, 0x00, ..] or [0x7B, 0x00, ..] => (Encoding.Unicode, "utf-16le", 0),
            _ => null,
        };
}
