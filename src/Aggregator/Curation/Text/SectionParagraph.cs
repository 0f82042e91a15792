using System.Text;

namespace Aggregator.Curation.Text;

/// <summary>Reads one paragraph of a <see cref="SectionText"/>: a paragraph, a quote, a list or an image.</summary>
internal sealed class SectionParagraph(IReadOnlyList<string> lines, int firstLine)
{
    private const int Shown = 30;

    private readonly List<PlacedMark> marks = [];
    private SectionTextFault? fault;

    /// <returns>The block or the first fault, and the marks.</returns>
    public (Block? Block, SectionTextFault? Fault, IReadOnlyList<PlacedMark> Marks) Read()
    {
        var block = lines[0].TrimStart() is ['!', '!', ' ', ..] && lines.Count == 1 ? Image(lines[0].TrimStart()[3..]) : ListOf("- ") ?? ListOf("+ ") ?? Words();
        return (fault is null ? block : null, fault, marks);
    }

    private Block? Words()
    {
        var text = string.Join('\n', lines);
        var at = text.Length - text.TrimStart().Length;
        var isQuote = at < text.Length && text[at] == '>';
        var spans = Spans(text, isQuote ? at + 1 : at, firstLine);
        return spans is null ? null : new(isQuote ? BlockKind.Quote : BlockKind.Paragraph, spans);
    }

    /// <summary>A list when each line begins with the sign, else null.</summary>
    private Block? ListOf(string sign)
    {
        if (!lines.All(line => line.TrimStart().StartsWith(sign, StringComparison.Ordinal))) return null;
        var items = new List<IReadOnlyList<Span>>();
        for (var i = 0; i < lines.Count; i++)
            if (Spans(lines[i].TrimStart()[2..], 0, firstLine + i) is { Count: > 0 } item) items.Add(item);
        return new(BlockKind.List) { Items = items, IsNumbered = sign[0] == '+' };
    }

    private Block? Image(string text)
    {
        var parts = MarkText.Split(text, ';');
        var fields = MarkText.Fields(parts.Skip(1));
        var image = new BlockImage(
            MarkText.Plain(parts[0].Trim()), fields.GetValueOrDefault("alt", ""), fields.ContainsKey("decorative"), fields.GetValueOrDefault("caption", ""),
            fields.GetValueOrDefault("credit", ""), fields.GetValueOrDefault("rights", ""));
        var block = new Block(BlockKind.Image) { Image = image };
        if (BlockRules.Problem([block]) is null) return block;
        fault = new(firstLine, SectionTextFaultKind.NoImage, Short(parts[0]));
        return null;
    }

    /// <summary>Words and marks from a place on; null after a fault.</summary>
    private List<Span>? Spans(string text, int at, int line)
    {
        var spans = new List<Span>();
        var words = new StringBuilder();
        while (at < text.Length)
        {
            if (Escaped(text, at)) words.Append(text[++at]);
            else if (Doubled(text, at, '['))
            {
                Flush(words, spans);
                var close = Close(text, at + 2);
                if (close < 0) return Wrong(text, at, line, SectionTextFaultKind.NotClosed, text[(at + 2)..]);
                if (ReadMark(text, at, line, text[(at + 2)..close]) is not { } span) return null;
                spans.Add(span);
                at = close + 1;
            }
            else words.Append(text[at]);

            at++;
        }

        Flush(words, spans);
        return Trimmed(spans);
    }

    private static bool Escaped(string text, int at) => text[at] == '\\' && at + 1 < text.Length && SectionText.IsEscapable(text[at + 1]);

    private static bool Doubled(string text, int at, char c) => text[at] == c && at + 1 < text.Length && text[at + 1] == c;

    /// <summary>Where the mark that began ends; -1 when it does not, or another begins before.</summary>
    private static int Close(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (Doubled(text, at, '[')) return -1;
            else if (Doubled(text, at, ']')) return at;
        }

        return -1;
    }

    private Span? ReadMark(string text, int at, int line, string inner)
    {
        var target = MarkText.Split(inner, '|')[0];
        var words = target.Length == inner.Length ? "" : SectionText.Fold(MarkText.Plain(inner[(target.Length + 1)..]));
        if (string.IsNullOrWhiteSpace(words)) return WrongSpan(text, at, line, SectionTextFaultKind.NoWords, inner);
        if (MarkText.Read(SectionText.Fold(target).Trim()) is not { } read) return WrongSpan(text, at, line, SectionTextFaultKind.NoTarget, target);
        marks.AddRange(read.Select(mark => new PlacedMark(line + text.AsSpan(0, at).Count('\n'), mark)));
        return new(words) { Marks = read };
    }

    private static void Flush(StringBuilder words, List<Span> spans)
    {
        if (words.Length > 0) spans.Add(new(SectionText.Fold(words.ToString())));
        words.Clear();
    }

    /// <summary>No white space at either end of the line.</summary>
    private static List<Span> Trimmed(List<Span> spans)
    {
        if (spans is [{ Marks.Count: 0 } first, ..]) spans[0] = first with { Text = first.Text.TrimStart(' ') };
        if (spans is [.., { Marks.Count: 0 } last]) spans[^1] = last with { Text = last.Text.TrimEnd(' ') };
        return spans.FindAll(span => span.Text.Length > 0);
    }

    private Span? WrongSpan(string text, int at, int line, SectionTextFaultKind kind, string found)
    {
        Wrong(text, at, line, kind, found);
        return null;
    }

    private List<Span>? Wrong(string text, int at, int line, SectionTextFaultKind kind, string found)
    {
        fault ??= new(line + text.AsSpan(0, at).Count('\n'), kind, Short(found));
        return null;
    }

    private static string Short(string found)
    {
        var words = SectionText.Fold(found).Trim();
        return words.Length > Shown ? words[..Shown] + "…" : words;
    }
}
