using DiffPlex;

namespace Aggregator.Archive;

/// <summary>A stretch of text that two versions share, or that only one has.</summary>
/// <param name="Kind">Which has it.</param>
/// <param name="Text">The stretch.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Which of two versions has a stretch of text.</summary>
public enum DiffKind
{
    Both,
    Old,
    New,
}

/// <summary>What changed from one text to another, word by word. Pure.</summary>
public static class TextDiff
{
    /// <summary>Above this, in characters of both, paragraphs are compared instead of words: the time grows with the product of what differs.</summary>
    private const int MostByWords = 120_000;

    /// <returns>Stretches in order; joined without those of one side they are the other.</returns>
    public static IReadOnlyList<DiffPart> Of(string old, string now)
    {
        Predicate<char> isBetween = old.Length + now.Length > MostByWords ? c => c == '\n' : char.IsWhiteSpace;
        var diff = new Differ().CreateCustomDiffs(old, now, ignoreWhiteSpace: false, text => Pieces(text, isBetween));
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, DiffKind.Both, diff.PiecesNew, at, block.InsertStartB);
            Add(parts, DiffKind.Old, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(parts, DiffKind.New, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, DiffKind.Both, diff.PiecesNew, at, diff.PiecesNew.Length);
        return parts;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, IReadOnlyList<string> pieces, int from, int to)
    {
        if (to > from) parts.Add(new(kind, string.Concat(pieces.Skip(from).Take(to - from))));
    }

    /// <summary>Runs of what stands between, and runs of what stands there.</summary>
    private static string[] Pieces(string text, Predicate<char> isBetween)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && isBetween(text[end]) == isBetween(text[start])) end++;
            pieces.Add(text[start..end]);
            start = end;
        }

        return [.. pieces];
    }
}
