using System.Text;

namespace Aggregator.Reading.Feeds.Bytes;

/// <summary>
/// Mends texts of a document one by one. Programs put texts together without looking: a title in Latin-1 and a description in UTF-8
/// stand in one document, and so do texts encoded as UTF-8 twice beside sound ones.
/// </summary>
/// <param name="bytes">What the document's encoding made characters of.</param>
/// <param name="isOneByte">Whether the document was read in an encoding of one byte: UTF-8 may stand in it as it is.</param>
internal sealed class MisreadText(MisreadBytes bytes, bool isOneByte)
{
    /// <summary>So many sequences of UTF-8 nobody can have meant as what they were misread; a text may quote one or two.</summary>
    public const int NoAccident = 3;

    private static readonly MisreadText Doubled = new(MisreadBytes.Latin, isOneByte: false);
    private static readonly MisreadText Latin = new(MisreadBytes.Latin, isOneByte: true);

    /// <summary>For a document that was read in this encoding; null for encodings that do not lend themselves to it.</summary>
    public static MisreadText? Of(Encoding encoding) => encoding switch
    {
        UTF8Encoding => Doubled,
        { IsSingleByte: false } => null,
        { CodePage: 1252 } => Latin,
        _ => new(MisreadBytes.Of(encoding), isOneByte: true),
    };

    /// <returns>The text read as UTF-8, or null when it is not provably that.</returns>
    public string? Undo(string text)
    {
        if (Ascii.IsValid(text) || bytes.Sequences(text) is not { } found) return null;
        if (found.Count < NoAccident && !(isOneByte && found.InWords > 0)) return null;
        return Encoding.UTF8.GetString([.. text.Select(c => (byte)bytes.ByteOf(c))]);
    }
}
