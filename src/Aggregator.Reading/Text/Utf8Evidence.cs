using System.Text;
using System.Text.Unicode;

namespace Aggregator.Reading.Text;

/// <summary>
/// Whether bytes are UTF-8 although something says that they are not. A server that says "gbk" or a page kept with its old <c>meta</c>
/// is common; text of another encoding whose bytes beyond ASCII are all valid UTF-8 by accident is not.
/// </summary>
internal static class Utf8Evidence
{
    /// <summary>
    /// Characters of two bytes that are no accident in an encoding which writes two bytes for one character itself: a common one is valid
    /// UTF-8 once in six times or less.
    /// </summary>
    private const int EnoughCharacters = 3;

    private const int LongestCharacter = 4;

    /// <summary>Whether the bytes speak for UTF-8 and against what is named. Bytes of ASCII alone say nothing.</summary>
    /// <param name="named">Another encoding than UTF-8, and a superset of ASCII.</param>
    /// <param name="body">All of the text; its last character may be cut off.</param>
    public static bool Outweighs(Encoding named, ReadOnlySpan<byte> body)
    {
        if (named.CodePage == Encoding.UTF8.CodePage) return false;
        var first = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        if (first < 0) return false;
        var beyond = WithoutCutEnd(body[first..]);
        if (beyond.IsEmpty || !Utf8.IsValid(beyond)) return false;
        // Letters of one byte stand beside ASCII ones, not beside signs and controls: such a pair is the accident of a word in thousands.
        return named.IsSingleByte || beyond.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) >= 0 || Characters(beyond) >= EnoughCharacters;
    }

    /// <summary>The text up to a last character of which bytes are missing.</summary>
    private static ReadOnlySpan<byte> WithoutCutEnd(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back < LongestCharacter && back <= text.Length; back++)
        {
            var lead = text[^back];
            if (lead is >= 0x80 and < 0xC0) continue;
            var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return length > back ? text[..^back] : text;
        }

        return text;
    }

    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var value in text)
        {
            if (value >= 0xC0 && ++count == EnoughCharacters) break;
        }

        return count;
    }
}
