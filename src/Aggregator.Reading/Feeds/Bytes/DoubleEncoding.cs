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
    private const int FewestSequences = 3, LongestSequence = 4;

    /// <summary>Undoes it in place.</summary>
    /// <returns>The new length, or the old one when nothing was done.</returns>
    public static int Undo(Span<char> text)
    {
        if (!IsProven(text)) return text.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        for (var i = 0; i < text.Length; i++) bytes[i] = (byte)ByteOf(text[i]);
        var length = Encoding.UTF8.GetChars(bytes.AsSpan(0, text.Length), text);
        ArrayPool<byte>.Shared.Return(bytes);
        return length;
    }

    private static bool IsProven(ReadOnlySpan<char> text)
    {
        var sequences = 0;
        for (var at = NextBeyondAscii(text); at >= 0; at = NextBeyondAscii(text))
        {
            text = text[at..];
            var length = SequenceLength(text);
            if (length == 0) return false;
            sequences++;
            text = text[length..];
        }

        return sequences >= FewestSequences;
    }

    private static int NextBeyondAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7F');

    /// <summary>How many characters at the start are the bytes of one character beyond ASCII; 0 when they are not.</summary>
    private static int SequenceLength(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestSequence];
        var count = 0;
        for (; count < Math.Min(LongestSequence, text.Length) && ByteOf(text[count]) is >= 0x80 and var value; count++) bytes[count] = (byte)value;
        return Rune.DecodeFromUtf8(bytes[..count], out _, out var consumed) == OperationStatus.Done ? consumed : 0;
    }

    /// <summary>The byte of windows-1252 that the character stands for (C1 controls: of Latin-1), or -1.</summary>
    private static int ByteOf(char c) => c <= 0xFF ? c : Windows1252.Characters.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? at + 0x80 : -1;
}
