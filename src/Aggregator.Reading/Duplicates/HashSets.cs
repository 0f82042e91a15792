using System.Runtime.InteropServices;

namespace Aggregator.Reading.Duplicates;

/// <summary>Sets of hashes as ascending arrays without repetition: 4 bytes each, and two are compared in one pass.</summary>
internal static class HashSets
{
    /// <param name="hashes">In any order; they are sorted where they lie.</param>
    public static uint[] Of(List<uint> hashes)
    {
        var sorted = CollectionsMarshal.AsSpan(hashes);
        sorted.Sort();
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return sorted[..kept].ToArray();
    }

    /// <summary>How many both hold.</summary>
    public static int Shared(uint[] one, uint[] other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            var (a, b) = (one[i], other[j]);
            if (a == b) shared++;
            if (a <= b) i++;
            if (b <= a) j++;
        }

        return shared;
    }

    /// <summary>The set less what several of the others hold.</summary>
    /// <param name="times">How many others must hold what goes.</param>
    public static uint[] Without(uint[] set, IEnumerable<uint[]> others, int times)
    {
        var holders = new byte[set.Length];
        foreach (var other in others) CountHeld(set, other, holders);
        var left = set.Where((_, i) => holders[i] < times).ToArray();
        return left.Length == set.Length ? set : left;
    }

    private static void CountHeld(uint[] set, uint[] other, byte[] holders)
    {
        for (int i = 0, j = 0; i < set.Length && j < other.Length;)
        {
            if (set[i] == other[j] && holders[i] < byte.MaxValue) holders[i]++;
            if (set[i] <= other[j]) i++;
            else j++;
        }
    }
}
