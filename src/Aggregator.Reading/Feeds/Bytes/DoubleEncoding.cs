using System.Buffers;
using System.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>
/// Undoes UTF-8 that somebody took for windows-1252 and wrote as UTF-8 once more ("Ã©" for "é"). Only what is provably so: every
/// character beyond ASCII in the whole document must be part of a valid UTF-8 sequence when it is turned back into a byte. No text that
/// somebody wrote is like that, but one that quotes a single such accident; so there must be several.
/// </summary>
internal static class DoubleEncoding
{
    /// <summary>Undoes it in place.</summary>
    /// <returns>The new length, or the old one when nothing was done.</returns>
    public static int Undo(Span<char> text)
    {
        if (MisreadBytes.Latin.Sequences(text) is not { Count: >= MisreadText.NoAccident }) return text.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        for (var i = 0; i < text.Length; i++) bytes[i] = (byte)MisreadBytes.Latin.ByteOf(text[i]);
        var length = Encoding.UTF8.GetChars(bytes.AsSpan(0, text.Length), text);
        ArrayPool<byte>.Shared.Return(bytes);
        return length;
    }
}
