using System.Globalization;
using Aggregator.Reading.Feeds.Bytes;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Feeds.Text;

/// <summary>
/// Reads references by number ("&amp;#8217;", "&amp;#x2019;") as HTML does (HTML Standard, 13.2.5.80): 128 to 159 are windows-1252. Beyond
/// it, two that are the halves of one character, as programs write them that count in UTF-16, are that character.
/// </summary>
internal static class CharacterReference
{
    private const int LongestNumber = 30;

    /// <summary>Reads the reference at the start of the text.</summary>
    /// <param name="code">The number of the character: it may be none that exists, or none that may stand there.</param>
    /// <returns>How long it is; 0 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, out uint code)
    {
        var length = ReadOne(text, out code);
        if (code is >= 0x80 and <= 0x9F) code = Windows1252.Characters[(int)code - 0x80];
        if (length == 0 || !IsHigh(code) || ReadOne(text[length..], out var low) is not (> 0 and var second) || !IsLow(low)) return length;
        code = (uint)char.ConvertToUtf32((char)code, (char)low);
        return length + second;
    }

    private static int ReadOne(ReadOnlySpan<char> text, out uint code)
    {
        code = 0;
        if (!text.StartsWith("&#")) return 0;
        var end = text[..Math.Min(text.Length, LongestNumber)].IndexOf(';');
        if (end < 3) return 0;
        var hex = text[2] is 'x' or 'X';
        var digits = text[(hex ? 3 : 2)..end];
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return uint.TryParse(digits, style, CultureInfo.InvariantCulture, out code) ? end + 1 : 0;
    }

    private static bool IsHigh(uint code) => code is >= 0xD800 and <= 0xDBFF;

    private static bool IsLow(uint code) => code is >= 0xDC00 and <= 0xDFFF;
}
