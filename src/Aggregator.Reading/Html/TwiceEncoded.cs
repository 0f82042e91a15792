using System.Buffers;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Html;

/// <summary>
/// Undoes UTF-8 that somebody took for windows-1252 and wrote as UTF-8 once more ("Ã©" for "é"), piece by piece, for often it is the text
/// alone and not the page
/// around it. A piece is what stands between two tags, or a tag. Every character of it beyond ASCII must be part of such an accident;
/// nobody writes that on purpose,
/// but one may quote it, so the page must hold several.
/// </summary>
internal static class TwiceEncoded
{
    private const int FewestSequences = 3, LongestSequence = 4;

    /// <summary>What the first bytes of accented letters and of typographic signs become: of C2, C3, C4, C5 and E2.</summary>
    private const string Leads = "ÂÃÄÅâ";

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>");

    /// <summary>The text as it was meant; the same text where nothing is proven.</summary>
    public static string Undo(string html)
    {
        var sequences = 0;
        for (var rest = html.AsSpan(); rest.IndexOfAny(Leads) is >= 0 and var at; rest = rest[(at + 1)..])
            if (SequenceLength(rest[at..]) > 1 && ++sequences == FewestSequences) return Rewritten(html);
        return html;
    }

    private static string Rewritten(string html)
    {
        var proven = 0;
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny(Marks);
            var piece = end < 0 ? rest : rest[..end];
            var count = Count(piece);
            proven += count;
            if (count == 0) text.Append(piece);
            else text.Append(Decoded(piece));
            if (end < 0) break;
            text.Append(rest[end]);
            rest = rest[(end + 1)..];
        }

        return proven >= FewestSequences ? text.ToString() : html;
    }

    private static int Count(ReadOnlySpan<char> piece)
    {
        var sequences = 0;
        for (var at = NextBeyondAscii(piece); at >= 0; at = NextBeyondAscii(piece))
        {
            piece = piece[at..];
            var length = Leads.Contains(piece[0], StringComparison.Ordinal) ? SequenceLength(piece) : 0;
            if (length == 0) return 0;
            sequences++;
            piece = piece[length..];
        }

        return sequences;
    }

    private static string Decoded(ReadOnlySpan<char> piece)
    {
        var bytes = new byte[piece.Length];
        for (var i = 0; i < piece.Length; i++) bytes[i] = (byte)ByteOf(piece[i]);
        return Encoding.UTF8.GetString(bytes);
    }

    private static int NextBeyondAscii(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7F');

    private static int SequenceLength(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestSequence];
        var count = 0;
        for (; count < Math.Min(LongestSequence, text.Length)
            && ByteOf(text[count]) is >= 0x80 and var value; count++) bytes[count] = (byte)value;
        return Rune.DecodeFromUtf8(bytes[..count], out _, out var consumed) == OperationStatus.Done ? consumed : 0;
    }

    // The byte of windows-1252 (C1 controls: of Latin-1), or -1.
    private static int ByteOf(char c) => c <= 0xFF ? c : Windows1252.Characters.IndexOf(c, StringComparison.Ordinal) is var at and >= 0
        ? at + 0x80 : -1;
}
