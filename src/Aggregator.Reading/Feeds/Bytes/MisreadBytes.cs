using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>Turns characters back into the bytes that an encoding of one byte made them of, and looks whether these are UTF-8.</summary>
/// <param name="upper">The characters of the bytes 0x80 to 0xFF.</param>
internal sealed class MisreadBytes(string upper)
{
    private const int LongestSequence = 4;

    /// <summary>windows-1252, with C1 controls where Latin-1 has them.</summary>
    public static MisreadBytes Latin { get; } =
        new(Windows1252.Characters + string.Concat(Enumerable.Range(0xA0, 0x60).Select(code => (char)code)));

    /// <summary>The bytes of another encoding of one byte. Those it leaves out are what the decoder makes of them: windows-1252.</summary>
    public static MisreadBytes Of(Encoding encoding)
    {
        var characters = encoding.GetChars([.. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] is >= '\x80' and <= '\x9F') characters[i] = Windows1252.Characters[characters[i] - 0x80];
        }

        return new MisreadBytes(new string(characters));
    }

    /// <summary>The byte that the character stands for, or -1.</summary>
    public int ByteOf(char c) =>
        c <= '\x7F' || (this == Latin && c <= '\xFF') ? c : upper.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? at + 0x80 : -1;

    /// <summary>The sequences of UTF-8 that the characters beyond ASCII are; null when one of them is part of no valid sequence.</summary>
    public SequenceCount? Sequences(ReadOnlySpan<char> text)
    {
        var found = default(SequenceCount);
        var before = '\0';
        for (var at = NextBeyondAscii(text); at >= 0; at = NextBeyondAscii(text))
        {
            if (at > 0) before = text[at - 1];
            text = text[at..];
            var length = SequenceLength(text, out var rune);
            if (length == 0) return null;
            var after = length < text.Length ? text[length] : '\0';
            found = new(found.Count + 1, found.InWords + (IsInWord(before, rune, after) ? 1 : 0));
            before = 'a'; // a letter, whatever it was
            text = text[length..];
        }

        return found;
    }

    /// <summary>
    /// Whether the sequence stands in a word where the characters it was misread as never do: a capital with a sign behind it, right
    /// after a small letter or before a letter. And it must be something that stands in words.
    /// </summary>
    private static bool IsInWord(char before, Rune rune, char after) =>
        rune.Value is (>= 0xC0 and <= 0x24F) or (>= 0x2010 and <= 0x2026) && (char.IsAsciiLetterLower(before) || char.IsAsciiLetter(after));

    private static int NextBeyondAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7F');

    /// <summary>How many characters at the start are the bytes of one character beyond ASCII; 0 when they are not.</summary>
    private int SequenceLength(ReadOnlySpan<char> text, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[LongestSequence];
        var count = 0;
        while (count < Math.Min(LongestSequence, text.Length) && ByteOf(text[count]) is >= 0x80 and var value) bytes[count++] = (byte)value;
        return Rune.DecodeFromUtf8(bytes[..count], out rune, out var consumed) == OperationStatus.Done ? consumed : 0;
    }
}

/// <summary>Sequences of UTF-8 in a text.</summary>
/// <param name="InWords">How many of them stand inside words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SequenceCount(int Count, int InWords);
