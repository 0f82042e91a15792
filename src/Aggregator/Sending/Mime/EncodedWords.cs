using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.Sending.Mime;

/// <summary>
/// Any text as encoded words (RFC 2047 §2): UTF-8, each at most 75 characters and whole in itself, so that no character is torn
/// (§5 (3)). The whole text goes into them: the space between two of them is none for the reader (§6.2). Lone surrogates become U+FFFD.
/// </summary>
internal static class EncodedWords
{
    private const int Longest = 75, Frame = 12;

    /// <summary>What may stand for itself even in a name (RFC 2047 §5 (3)).</summary>
    private static readonly SearchValues<byte> Literal = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/"u8);

    public static void Write(HeaderField field, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var base64 = CostInBase64(utf8.Length) < CostInQ(utf8);
        for (var rest = utf8.AsSpan(); !rest.IsEmpty;)
        {
            var room = (field.IsEmpty ? Math.Min(Longest, field.Room) : Longest) - Frame;
            var length = Fitting(rest, room, base64);
            field.Word(base64 ? $"=?utf-8?B?{Convert.ToBase64String(rest[..length])}?=" : $"=?utf-8?Q?{InQ(rest[..length])}?=");
            rest = rest[length..];
        }
    }

    /// <summary>How many bytes, whole characters only, fit into so many encoded ones.</summary>
    private static int Fitting(ReadOnlySpan<byte> utf8, int room, bool base64)
    {
        var fitting = 0;
        while (fitting < utf8.Length)
        {
            Rune.DecodeFromUtf8(utf8[fitting..], out _, out var width);
            if ((base64 ? CostInBase64(fitting + width) : CostInQ(utf8[..(fitting + width)])) > room) break;
            fitting += width;
        }

        return fitting;
    }

    private static int CostInBase64(int bytes) => (bytes + 2) / 3 * 4;

    private static int CostInQ(ReadOnlySpan<byte> utf8)
    {
        var cost = 0;
        foreach (var b in utf8) cost += b == ' ' || Literal.Contains(b) ? 1 : 3;
        return cost;
    }

    private static string InQ(ReadOnlySpan<byte> utf8)
    {
        var word = new StringBuilder(utf8.Length * 3);
        foreach (var b in utf8)
            if (b == ' ') word.Append('_');
            else if (Literal.Contains(b)) word.Append((char)b);
            else word.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        return word.ToString();
    }
}
