using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Reading.Text;

/// <summary>
/// Text reduced to what is said: no accents, no case, no punctuation, no layout. Two prints of one text fold alike, whatever their
/// quotes, spaces and hyphenation.
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Letters and digits a text must have for <see cref="Hash"/>: "Lire la suite", "This article is for subscribers only" and
    /// other phrases that stand under many articles stay below. About one sentence and a half.
    /// </summary>
    public const int MinHashedLetters = 80;

    /// <summary>
    /// The text in Unicode compatibility decomposition (NFKD) without non-spacing marks, soft hyphens and other format characters
    /// (zero-width ones among them), in lower case, with œ, æ and ß written out; every run of anything else than letters and digits is
    /// one space, none at either end. Half a surrogate pair counts as a space. Never throws for what the text holds.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var folded = new FoldedBuffer(text.Length);
        folded.Append(text);
        return folded.Text.ToString();
    }

    /// <summary>
    /// A number that equal folded texts share and others do not: the first 8 bytes of the SHA-256 of the folded text in UTF-8, the
    /// same in every process and on every machine. Publishers write the texts, so it must be hard to aim at; that two of a million
    /// articles share one by chance has a probability of 3 in 10^8.
    /// </summary>
    /// <returns>Null for a text of less than <see cref="MinHashedLetters"/> letters and digits.</returns>
    public static long? Hash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var folded = new FoldedBuffer(text.Length);
        folded.Append(text);
        if (folded.Letters < MinHashedLetters) return null;

        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(folded.Text.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8.AsSpan(0, Encoding.UTF8.GetBytes(folded.Text, utf8)), digest);
        ArrayPool<byte>.Shared.Return(utf8);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
