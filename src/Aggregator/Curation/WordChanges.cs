using System.Text;

namespace Aggregator.Curation;

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
/// with the white space after a word as part of it. Pure.
/// </summary>
public static class WordChanges
{
    /// <summary>Changed words past which the rest is shown as replaced whole: quadratic work ends there.</summary>
    private const int MostEdits = 800;

    public static IReadOnlyList<WordChange> Between(string earlier, string later)
    {
        var (a, b) = (Words(earlier), Words(later));
        var head = 0;
        while (head < a.Count && head < b.Count && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        var changes = new List<WordChange>();
        Add(changes, WordChangeKind.Same, a.Take(head));
        Middle(a.GetRange(head, a.Count - head - tail), b.GetRange(head, b.Count - head - tail), changes);
        Add(changes, WordChangeKind.Same, a.Skip(a.Count - tail));
        return changes;
    }

    private static void Middle(List<string> a, List<string> b, List<WordChange> changes)
    {
        if (Trace(a, b) is not { } trace)
        {
            Add(changes, WordChangeKind.Removed, a);
            Add(changes, WordChangeKind.Added, b);
            return;
        }

        var steps = new List<(WordChangeKind Kind, string Word)>();
        var (x, y) = (a.Count, b.Count);
        for (var d = trace.Count - 1; d >= 0 && (x > 0 || y > 0); d--)
        {
            var v = trace[d];
            var k = x - y;
            var previous = k == -d || (k != d && At(v, k - 1) < At(v, k + 1)) ? k + 1 : k - 1;
            var startX = d == 0 ? 0 : At(v, previous);
            var startY = d == 0 ? 0 : startX - previous;
            while (x > startX && y > startY && a[x - 1] == b[y - 1]) (steps, x, y) = (With(steps, WordChangeKind.Same, a[x - 1]), x - 1, y - 1);
            if (d == 0) break;
            if (x == startX) steps.Add((WordChangeKind.Added, b[--y]));
            else steps.Add((WordChangeKind.Removed, a[--x]));
        }

        steps.Reverse();
        foreach (var (kind, word) in steps) Add(changes, kind, [word]);
    }

    private static List<(WordChangeKind, string)> With(List<(WordChangeKind, string)> steps, WordChangeKind kind, string word)
    {
        steps.Add((kind, word));
        return steps;
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
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k]) x++;
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

    private static void Add(List<WordChange> changes, WordChangeKind kind, IEnumerable<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append(word);
        if (text.Length == 0) return;
        if (changes.Count > 0 && changes[^1].Kind == kind) changes[^1] = changes[^1] with { Text = changes[^1].Text + text };
        else changes.Add(new(kind, text.ToString()));
    }
}
