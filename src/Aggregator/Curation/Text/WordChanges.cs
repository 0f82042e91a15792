namespace Aggregator.Curation.Text;

/// <summary>A stretch of two texts: in both, only in the earlier, or only in the later.</summary>
public sealed record WordChange(WordChangeKind Kind, string Text);

public enum WordChangeKind
{
    Same = 0,
    Removed = 1,
    Added = 2,
}

/// <summary>
/// What changed between two texts, word by word: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, over words,
/// with the white space after a word kept beside it: a word at the end of a text stays the same word when another paragraph follows. Pure.
/// </summary>
public static class WordChanges
{
    /// <summary>Changed words past which the rest is shown as replaced whole: quadratic work ends there.</summary>
    private const int MostEdits = 800;

    public static IReadOnlyList<WordChange> Between(string earlier, string later)
    {
        var (a, b) = (Words(earlier), Words(later));
        var head = 0;
        while (head < a.Count && head < b.Count && IsSame(a[head], b[head])) head++;
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && IsSame(a[^(tail + 1)], b[^(tail + 1)])) tail++;
        var changes = new List<WordChange>();
        for (var at = 0; at < head; at++) AddSame(changes, a[at], b[at]);
        Middle(a.GetRange(head, a.Count - head - tail), b.GetRange(head, b.Count - head - tail), changes);
        for (var at = tail; at > 0; at--) AddSame(changes, a[^at], b[^at]);
        return changes;
    }

    /// <summary>Whether the later text has every word of the earlier, in its order: words were added, none was taken away.</summary>
    public static bool OnlyAdds(string earlier, string later)
    {
        var found = 0;
        var kept = Words(earlier);
        foreach (var word in Words(later))
            if (found < kept.Count && IsSame(kept[found], word)) found++;
        return found == kept.Count;
    }

    private static void Middle(List<string> a, List<string> b, List<WordChange> changes)
    {
        if (Trace(a, b) is not { } trace)
        {
            Add(changes, WordChangeKind.Removed, string.Concat(a));
            Add(changes, WordChangeKind.Added, string.Concat(b));
            return;
        }

        var steps = new List<(string? Earlier, string? Later)>();
        var (x, y) = (a.Count, b.Count);
        for (var d = trace.Count - 1; d >= 0 && (x > 0 || y > 0); d--)
        {
            var v = trace[d];
            var k = x - y;
            var previous = k == -d || (k != d && At(v, k - 1) < At(v, k + 1)) ? k + 1 : k - 1;
            var startX = d == 0 ? 0 : At(v, previous);
            var startY = d == 0 ? 0 : startX - previous;
            while (x > startX && y > startY && IsSame(a[x - 1], b[y - 1])) steps.Add((a[--x], b[--y]));
            if (d == 0) break;
            if (x == startX) steps.Add((null, b[--y]));
            else steps.Add((a[--x], null));
        }

        steps.Reverse();
        foreach (var (before, after) in steps)
        {
            if (before is null) Add(changes, WordChangeKind.Added, after!);
            else if (after is null) Add(changes, WordChangeKind.Removed, before);
            else AddSame(changes, before, after);
        }
    }

    /// <summary>The furthest x on each diagonal before each edit; null when there are too many.</summary>
    private static List<Dictionary<int, int>>? Trace(List<string> a, List<string> b)
    {
        var trace = new List<Dictionary<int, int>>();
        var v = new Dictionary<int, int> { [1] = 0 };
        for (var d = 0; d <= Math.Min(a.Count + b.Count, MostEdits); d++)
        {
            trace.Add(new(v));
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && At(v, k - 1) < At(v, k + 1)) ? At(v, k + 1) : At(v, k - 1) + 1;
                while (x < a.Count && x - k < b.Count && IsSame(a[x], b[x - k])) x++;
                v[k] = x;
                if (x >= a.Count && x - k >= b.Count) return trace;
            }
        }

        return null;
    }

    private static int At(Dictionary<int, int> v, int k) => v.GetValueOrDefault(k, -1);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !(char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]))) continue;
            words.Add(text[start..at]);
            start = at;
        }

        return words;
    }

    private static bool IsSame(string a, string b) => a.AsSpan().TrimEnd().SequenceEqual(b.AsSpan().TrimEnd());

    /// <summary>A word of both texts; what white space follows it may differ.</summary>
    private static void AddSame(List<WordChange> changes, string before, string after)
    {
        if (before == after)
        {
            Add(changes, WordChangeKind.Same, after);
            return;
        }

        var word = after.TrimEnd();
        Add(changes, WordChangeKind.Same, word);
        Add(changes, WordChangeKind.Removed, before[word.Length..]);
        Add(changes, WordChangeKind.Added, after[word.Length..]);
    }

    private static void Add(List<WordChange> changes, WordChangeKind kind, string text)
    {
        if (text.Length == 0) return;
        if (changes.Count > 0 && changes[^1].Kind == kind) changes[^1] = changes[^1] with { Text = changes[^1].Text + text };
        else changes.Add(new(kind, text));
    }
}
