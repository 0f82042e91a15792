namespace Aggregator.Curation.Text;

/// <summary>
/// Two people changed one thing: what each changed is put together where they did not change the same. After S. Khanna, K. Kunal,
/// B. C. Pierce, "A Formal Investigation of Diff3", 2007, with one difference: changes that only touch, as of two paragraphs that
/// follow each other, do not collide, and of two insertions at one place the stored one comes first. Pure.
/// </summary>
public static class ThreeWay
{
    /// <summary>One value: whoever changed it wins; both may have changed it alike.</summary>
    /// <returns>False when both changed it, each otherwise.</returns>
    public static bool Merge<T>(T earlier, T mine, T theirs, out T merged)
    {
        var same = EqualityComparer<T>.Default;
        merged = same.Equals(mine, earlier) ? theirs : mine;
        return same.Equals(mine, earlier) || same.Equals(theirs, earlier) || same.Equals(mine, theirs);
    }

    /// <summary>A list, item by item.</summary>
    /// <param name="key">Items with the same key are the same.</param>
    /// <returns>The merged list, or the places in <paramref name="theirs"/> that both changed, each otherwise.</returns>
    public static (List<T>? Merged, IReadOnlyList<int> Collisions) Merge<T>(IReadOnlyList<T> earlier, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> key)
    {
        var (a, b, c) = (Keys(earlier, key), Keys(mine, key), Keys(theirs, key));
        var (ours, stored) = (Hunks(a, b), Hunks(a, c));
        var collisions = (from one in ours
                          from other in stored
                          where one.Overlaps(other) && !one.Says(other, b, c)
                          from place in Enumerable.Range(other.To, Math.Max(1, other.ToEnd - other.To))
                          select Math.Min(place, Math.Max(0, theirs.Count - 1))).Distinct().Order().ToList();
        if (collisions.Count > 0) return (null, collisions);

        // A change both made is made once.
        var edits = stored.Select(hunk => (hunk, Items: theirs))
            .Concat(ours.Where(one => !stored.Exists(other => one.SamePlace(other) && one.Says(other, b, c))).Select(hunk => (hunk, Items: mine)))
            .OrderBy(edit => edit.hunk.From).ThenBy(edit => edit.hunk.FromEnd > edit.hunk.From);
        var merged = new List<T>();
        var at = 0;
        foreach (var (hunk, items) in edits)
        {
            for (; at < hunk.From; at++) merged.Add(earlier[at]);
            for (var i = hunk.To; i < hunk.ToEnd; i++) merged.Add(items[i]);
            at = Math.Max(at, hunk.FromEnd);
        }

        for (; at < earlier.Count; at++) merged.Add(earlier[at]);
        return (merged, []);
    }

    private static string[] Keys<T>(IReadOnlyList<T> items, Func<T, string> key) => [.. items.Select(key)];

    /// <summary>What differs between two lists: the longest common subsequence by dynamic programming, for lists of a few hundred.</summary>
    private static List<Hunk> Hunks(string[] from, string[] to)
    {
        var common = new int[from.Length + 1, to.Length + 1];
        for (var i = from.Length - 1; i >= 0; i--)
            for (var j = to.Length - 1; j >= 0; j--)
                common[i, j] = from[i] == to[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var hunks = new List<Hunk>();
        for (int i = 0, j = 0; i < from.Length || j < to.Length;)
        {
            if (i < from.Length && j < to.Length && from[i] == to[j]) (i, j) = (i + 1, j + 1);
            else
            {
                var (start, first) = (i, j);
                while ((i < from.Length || j < to.Length) && !(i < from.Length && j < to.Length && from[i] == to[j]))
                {
                    if (j >= to.Length || (i < from.Length && common[i + 1, j] >= common[i, j + 1])) i++;
                    else j++;
                }

                hunks.AddRange(Split(new(start, i, first, j)));
            }
        }

        return hunks;
    }

    /// <summary>As many items in place of as many: each is a change of its own.</summary>
    private static IEnumerable<Hunk> Split(Hunk hunk) => hunk.FromEnd - hunk.From != hunk.ToEnd - hunk.To ? [hunk]
        : Enumerable.Range(0, hunk.FromEnd - hunk.From).Select(at => new Hunk(hunk.From + at, hunk.From + at + 1, hunk.To + at, hunk.To + at + 1));

    /// <summary>Items of the earlier list and what stands in their place.</summary>
    private sealed record Hunk(int From, int FromEnd, int To, int ToEnd)
    {
        public bool SamePlace(Hunk other) => From == other.From && FromEnd == other.FromEnd;

        public bool Overlaps(Hunk other) => From < other.FromEnd && other.From < FromEnd;

        /// <summary>Whether two changes of the same place put the same there.</summary>
        public bool Says(Hunk other, string[] mine, string[] theirs) =>
            SamePlace(other) && mine.AsSpan(To, ToEnd - To).SequenceEqual(theirs.AsSpan(other.To, other.ToEnd - other.To));
    }
}
