using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Reading.Duplicates;

/// <summary>
/// A text in 64 bytes: the <see cref="MinHash"/> of its runs of three content words. Each of the 16 numbers is a band by itself: two
/// texts share one with the probability of their Jaccard index, so a copy that shares a quarter of the runs is found with a
/// probability of 1 − .75^16 = .99, and texts on other matters share none. (Bands of two shorter shingles need more look-ups for less:
/// the index enters squared.)
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextFingerprint
{
    /// <summary>Bytes of <see cref="ToBytes"/>.</summary>
    public const int Size = 64;

    /// <summary>Bands of a fingerprint.</summary>
    public const int Bands = 16;

    /// <summary>Content words a text must have, about two sentences: less says too little.</summary>
    public const int LeastWords = 16;

    private readonly Vector256<uint> first, second;

    internal TextFingerprint(Vector256<uint> first, Vector256<uint> second) =>
        (this.first, this.second) = (first, second);

    /// <summary>The fingerprint of a text: the same in every process and on every machine, whatever its case, accents, marks and layout.</summary>
    /// <returns>Null for a text of fewer than <see cref="LeastWords"/> content words.</returns>
    public static TextFingerprint? Of(ReadOnlySpan<char> text)
    {
        var least = new MinHash();
        uint before = 0, last = 0;
        var words = 0;
        foreach (var word in new ContentWords(text))
        {
            if (++words > 2) least.Add(Shingle.Triple(before, last, word));
            (before, last) = (last, word);
        }

        return words < LeastWords ? null : least.Result;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">These are not <see cref="Size"/> bytes.</exception>
    public static TextFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException($"A fingerprint has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes);
        return new(Vector256.Create(numbers), Vector256.Create(numbers[8..]));
    }

    /// <summary>For storage.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(MemoryMarshal.Cast<byte, uint>(bytes.AsSpan()));
        return bytes;
    }

    /// <summary>The bands, each a number that tells its place, too: texts that share one may be copies. From 0 to 2^36.</summary>
    public long[] BandKeys()
    {
        Span<uint> numbers = stackalloc uint[Bands];
        CopyTo(numbers);
        var keys = new long[Bands];
        for (var band = 0; band < Bands; band++) keys[band] = (long)band << 32 | numbers[band];
        return keys;
    }

    /// <summary>An estimate of the Jaccard index of the two texts' runs of words, from 0 to 1, ± .1.</summary>
    public double Likeness(TextFingerprint other) =>
        (Equal(first, other.first) + Equal(second, other.second)) / (double)Bands;

    private static int Equal(Vector256<uint> one, Vector256<uint> other) =>
        System.Numerics.BitOperations.PopCount(Vector256.Equals(one, other).ExtractMostSignificantBits());

    private void CopyTo(Span<uint> numbers)
    {
        first.CopyTo(numbers);
        second.CopyTo(numbers[8..]);
    }
}
