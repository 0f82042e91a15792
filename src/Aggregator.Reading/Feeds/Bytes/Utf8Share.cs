using System.Buffers;
using System.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>Tells UTF-8 with a few damaged characters from text in a one-byte encoding.</summary>
internal static class Utf8Share
{
    /// <summary>True when more characters beyond ASCII are valid UTF-8 than are not.</summary>
    public static bool IsMostly(ReadOnlySpan<byte> body)
    {
        var (valid, invalid) = (0, 0);
        while (body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at && at >= 0)
        {
            body = body[at..];
            if (Rune.DecodeFromUtf8(body, out _, out var length) == OperationStatus.Done) valid++;
            else invalid++;
            body = body[Math.Max(length, 1)..];
        }

        return valid > invalid;
    }
}
