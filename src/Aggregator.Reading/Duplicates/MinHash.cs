using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Reading.Duplicates;

/// <summary>
/// The least of each of 16 hash functions over a set (Broder 1997): two sets agree in one of them with the probability of their Jaccard
/// index. Eight functions are computed at once; processors without such registers get the same numbers more slowly.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct MinHash()
{
    /// <summary>Odd multipliers without pattern: digits of the square roots of the first 16 primes. They are stored in the index: never change them.</summary>
    private static readonly uint[] Multipliers =
        [.. new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53 }
            .Select(prime => (uint)(ulong)(decimal.Multiply((decimal)Math.Sqrt(prime) % 1, uint.MaxValue)) | 1)];

    private static readonly Vector256<uint> FirstFactors = Vector256.Create(Multipliers, 0), SecondFactors = Vector256.Create(Multipliers, 8);

    private Vector256<uint> first = Vector256<uint>.AllBitsSet, second = Vector256<uint>.AllBitsSet;

    public readonly TextFingerprint Result => new(first, second);

    public void Add(uint hash)
    {
        var all = Vector256.Create(hash);
        first = Vector256.Min(first, Mix(all * FirstFactors));
        second = Vector256.Min(second, Mix(all * SecondFactors));
    }

    /// <summary>A product alone keeps the order of neighbours too well: its high half is folded in and it is multiplied again.</summary>
    private static Vector256<uint> Mix(Vector256<uint> product) => (product ^ (product >> 15)) * Vector256.Create(0x2C1B3C6Du);
}
