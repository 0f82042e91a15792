
namespace Aggregator.Curation.Text;

/// <summary>Changes words in spans and keeps the marks around. Pure.</summary>
public static class SpanEdit
{
    /// <summary>Replaces <paramref name="length"/> characters from <paramref name="start"/> of the joined text; new words take the marks of those before them.</summary>
    /// <param name="mark">A mark for some of the new words, or null.</param>
    /// <param name="marked">Those words.</param>
    public static IReadOnlyList<Span> Replace(IReadOnlyList<Span> spans, int start, int length, string text, Mark? mark = null, string? marked = null)
    {
        var edited = new List<Span>();
        var (at, isIn) = (0, false);
        foreach (var span in spans)
        {
            var (from, to) = (Math.Clamp(start - at, 0, span.Text.Length), Math.Clamp(start + length - at, 0, span.Text.Length));
            var touches = !isIn && start >= at && (start < at + span.Text.Length || (start == at + span.Text.Length && length == 0 && IsLast(spans, span, at, start)));
            edited.Add(span with { Text = span.Text[..from] });
            if (touches)
            {
                isIn = true;
                // A space that parts a link from its neighbour belongs to neither, and a pure insertion at an edge is no part of the link.
                edited.AddRange(New(mark is not null || (length == 0 && (from == 0 || from == span.Text.Length)) ? [] : span.Marks, text, mark, marked));
            }

            edited.Add(span with { Text = span.Text[to..] });
            at += span.Text.Length;
        }

        if (!isIn) edited.AddRange(New([], text, mark, marked));
        return Joined(edited);
    }

    /// <summary>The block with words replaced; a place in a list counts its line ends.</summary>
    public static Block Replace(Block block, int start, int length, string text, Mark? mark = null, string? marked = null)
    {
        if (block.Items is not { } items) return block with { Spans = Replace(block.Spans, start, length, text, mark, marked) };
        var at = 0;
        var edited = new List<IReadOnlyList<Span>>();
        foreach (var item in items)
        {
            var size = item.Sum(span => span.Text.Length);
            edited.Add(start >= at && start + length <= at + size ? Replace(item, start - at, length, text, mark, marked) : item);
            at += size + 1;
        }

        return block with { Items = edited };
    }

    private static bool IsLast(IReadOnlyList<Span> spans, Span span, int at, int start) => ReferenceEquals(spans[^1], span) && start == at + span.Text.Length;

    private static IEnumerable<Span> New(IReadOnlyList<Mark> marks, string text, Mark? mark, string? marked)
    {
        var place = mark is null || string.IsNullOrEmpty(marked) ? -1 : text.IndexOf(marked, StringComparison.Ordinal);
        return place < 0 ? [new(text) { Marks = marks }]
            : [new(text[..place]) { Marks = marks }, new(marked!) { Marks = [.. marks, mark!] }, new(text[(place + marked!.Length)..]) { Marks = marks }];
    }

    private static List<Span> Joined(List<Span> spans)
    {
        var joined = new List<Span>();
        foreach (var span in spans.Where(span => span.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Marks.SequenceEqual(span.Marks)) joined[^1] = joined[^1] with { Text = joined[^1].Text + span.Text };
            else joined.Add(span);
        }

        return joined;
    }
}
