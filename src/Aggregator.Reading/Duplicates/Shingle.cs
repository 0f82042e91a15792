namespace Aggregator.Reading.Duplicates;

/// <summary>Successive words as one number; their order counts.</summary>
internal static class Shingle
{
    private const ulong Factor = 0xD6E8FEB86659FD93;

    /// <summary>Pairs are what texts are compared by: they bear a wrong letter better than longer runs.</summary>
    public static uint Pair(uint first, uint second) => (uint)((((ulong)first << 32 | second) * Factor) >> 32);

    /// <summary>Triples are what texts are found by: two articles that have nothing to do with one another hardly share one.</summary>
    public static uint Triple(uint first, uint second, uint third) => Pair(Pair(first, second), third);
}
