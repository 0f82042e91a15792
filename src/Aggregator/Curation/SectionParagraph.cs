using System.Globalization;
using System.Text;

namespace Aggregator.Curation;

/// <summary>Reads one paragraph of a <see cref="SectionText"/>.</summary>
internal sealed class SectionParagraph(IReadOnlyList<string> lines, int firstLine)
{
    private const int Shown = 30;

    private readonly string text = string.Join('\n', lines);
    private readonly List<Span> spans = [];
    private readonly List<PlacedMark> marks = [];

    /// <returns>The block or the first fault, and the marks.</returns>
    public (Block? Block, SectionTextFault? Fault, IReadOnlyList<PlacedMark> Marks) Read()
    {
        var at = text.Length - text.TrimStart().Length;
        var isQuote = at < text.Length && text[at] == '>';
        if (isQuote) at++;
        var words = new StringBuilder();
        while (at < text.Length)
        {
            if (Escaped(at)) words.Append(text[++at]);
            else if (Doubled(at, '['))
            {
                Flush(words, mark: null);
                var close = Close(at + 2);
                if (close < 0) return (null, Wrong(at, SectionTextFaultKind.NotClosed, text[(at + 2)..]), marks);
                if (ReadMark(at, text[(at + 2)..close]) is { } fault) return (null, fault, marks);
                at = close + 1;
            }
            else words.Append(text[at]);

            at++;
        }

        Flush(words, mark: null);
        return (new(isQuote ? BlockKind.Quote : BlockKind.Paragraph, Trimmed()), null, marks);
    }

    private bool Escaped(int at) => text[at] == '\\' && at + 1 < text.Length && SectionText.IsEscapable(text[at + 1]);

    private bool Doubled(int at, char c) => text[at] == c && at + 1 < text.Length && text[at + 1] == c;

    /// <summary>Where the mark that began ends; -1 when it does not, or another begins before.</summary>
    private int Close(int at)
    {
        for (; at < text.Length; at++)
        {
            if (Escaped(at)) at++;
            else if (Doubled(at, '[')) return -1;
            else if (Doubled(at, ']')) return at;
        }

        return -1;
    }

    private SectionTextFault? ReadMark(int at, string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var words = bar < 0 ? "" : SectionText.Fold(Plain(inner[(bar + 1)..]));
        if (string.IsNullOrWhiteSpace(words)) return Wrong(at, SectionTextFaultKind.NoWords, inner);
        if (Target(inner[..bar].Trim()) is not { } mark) return Wrong(at, SectionTextFaultKind.NoTarget, inner[..bar]);
        marks.Add(new(LineOf(at), mark));
        spans.Add(new(words, mark));
        return null;
    }

    private static Mark? Target(string target) =>
        target.StartsWith("issue:", StringComparison.OrdinalIgnoreCase) ? Guid.TryParse(target[6..], out var issue) ? new(MarkKind.Issue, IssueId: issue) : null
        : target.StartsWith("q:", StringComparison.OrdinalIgnoreCase) ? Number(target[2..]) is { } quoted ? new(MarkKind.Quote, quoted) : null
        : Number(target) is { } credited ? new(MarkKind.Credit, credited) : null;

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Plain(string escaped)
    {
        var plain = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && i + 1 < escaped.Length && SectionText.IsEscapable(escaped[i + 1])) i++;
            plain.Append(escaped[i]);
        }

        return plain.ToString();
    }

    private void Flush(StringBuilder words, Mark? mark)
    {
        if (words.Length > 0) spans.Add(new(SectionText.Fold(words.ToString()), mark));
        words.Clear();
    }

    /// <summary>No white space at either end of the block.</summary>
    private List<Span> Trimmed()
    {
        var kept = spans.ToList();
        if (kept is [{ Mark: null } first, ..]) kept[0] = first with { Text = first.Text.TrimStart(' ') };
        if (kept is [.., { Mark: null } last]) kept[^1] = last with { Text = last.Text.TrimEnd(' ') };
        return kept.FindAll(span => span.Text.Length > 0);
    }

    private int LineOf(int at) => firstLine + text.AsSpan(0, at).Count('\n');

    private SectionTextFault Wrong(int at, SectionTextFaultKind kind, string found)
    {
        var words = SectionText.Fold(found).Trim();
        return new(LineOf(at), kind, words.Length > Shown ? words[..Shown] + "…" : words);
    }
}
