using System.Globalization;
using System.Text;

namespace Aggregator.Curation.Text;

/// <summary>
/// A section's blocks as text to write by hand, and back. Paragraphs are parted by a blank line; one that begins with <c>&gt; </c> is
/// a quote that stands alone; lines that all begin with <c>- </c> are a list, with <c>+ </c> a numbered one; <c>!! address; alt=…;
/// caption=…; credit=…; rights=…</c> is an image. <c>[[12|L’Estuaire]]</c> credits article 12, <c>[[q:12; speaker=…|words]]</c> quotes it,
/// <c>[[credit:L’ADN|words]]</c> and <c>[[q; reason=…|words]]</c> do so without an article, <c>[[issue:GUID|words]]</c> refers to an earlier issue,
/// <c>[[https://…|words]]</c> leads there, <c>[[b|words]]</c> and <c>[[i|words]]</c> stress. A backslash takes a sign's meaning away. Pure.
/// </summary>
public static class SectionText
{
    private const string Escapable = "\\[]>-+!";

    /// <summary>The text of <paramref name="blocks"/>; <see cref="Read"/> gives the same blocks, white space folded.</summary>
    public static string Write(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(Write).Where(text => text.Length > 0));

    /// <returns>The blocks, or what is wrong, line by line. Never throws for what the text holds.</returns>
    public static SectionReading Read(string? text)
    {
        var blocks = new List<Block>();
        var faults = new List<SectionTextFault>();
        var marks = new List<PlacedMark>();
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var first = at;
            while (at < lines.Length && !string.IsNullOrWhiteSpace(lines[at])) at++;
            if (at == first) continue;
            var (block, wrong, found) = new SectionParagraph([.. lines[first..at]], first + 1).Read();
            if (wrong is not null) faults.Add(wrong);
            else if (block!.Image is not null || block.AllSpans.Any()) blocks.Add(block);
            marks.AddRange(found);
        }

        return new(blocks, faults, marks);
    }

    /// <summary>A credit as it is written.</summary>
    public static string Credit(int articleId, string outlet) => $"[[{articleId.ToString(CultureInfo.InvariantCulture)}|{Escape(Fold(outlet))}]]";

    internal static bool IsEscapable(char c) => Escapable.Contains(c, StringComparison.Ordinal);

    /// <summary>Runs of breaks and plain spaces are one space; a no-break space stays.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')) folded.Append(c);
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString();
    }

    /// <summary>A sign-off: one paragraph, or nothing.</summary>
    public static string Write(IReadOnlyList<Span> spans) => Write(new Block(BlockKind.Paragraph, spans));

    private static string Write(Block block)
    {
        if (block.Image is { } image)
            return $"!! {MarkText.Escape(image.Url)}{MarkText.Fields(("alt", image.Alt))}{(image.IsDecorative ? "; decorative" : "")}{MarkText.Fields(("caption", image.Caption), ("credit", image.Credit), ("rights", image.Rights))}";
        if (block.Items is { } items)
            return string.Join('\n', items.Select(Line).Where(line => line.Length > 0).Select(line => (block.IsNumbered ? "+ " : "- ") + line));
        var body = Line(block.Spans);
        return body.Length == 0 ? "" : block.Kind == BlockKind.Quote ? "> " + body : MeansMore(body) ? "\\" + body : body;
    }

    /// <summary>A paragraph that begins like something else.</summary>
    private static bool MeansMore(string body) => body[0] == '>' || body.StartsWith("- ", StringComparison.Ordinal) || body.StartsWith("+ ", StringComparison.Ordinal) || body.StartsWith("!! ", StringComparison.Ordinal);

    private static string Line(IReadOnlyList<Span> spans) => string.Concat(spans.Where(span => span.Text.Length > 0).Select(Write)).Trim(' ');

    private static string Write(Span span)
    {
        var words = Escape(Fold(span.Text));
        return span.Marks.Count == 0 ? words : $"[[{MarkText.Write(span.Marks)}|{words}]]";
    }

    /// <summary>Single brackets are common ("[…]") and stay as they are unless two could meet.</summary>
    private static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            var meets = c is '[' or ']' && (i == 0 || i + 1 == words.Length || words[i + 1] == c || words[i - 1] == c);
            if (c == '\\' || meets) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}

/// <summary>What a section's text says.</summary>
/// <param name="Blocks">Its paragraphs, without the faulty ones.</param>
/// <param name="Faults">What is wrong; empty when all is well.</param>
/// <param name="Marks">Its marks and the lines they begin on.</param>
public sealed record SectionReading(IReadOnlyList<Block> Blocks, IReadOnlyList<SectionTextFault> Faults, IReadOnlyList<PlacedMark> Marks);

/// <summary>A mark and its line.</summary>
public sealed record PlacedMark(int Line, Mark Mark);

/// <summary>What is wrong with a line of a section's text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Found">The words in question.</param>
public sealed record SectionTextFault(int Line, SectionTextFaultKind Kind, string Found)
{
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public string Say(string language) => (Kind, language) switch
    {
        (SectionTextFaultKind.NotClosed, "fr") => $"Ligne {Line}\u00A0: «\u00A0[[{Found}\u00A0» n’est pas fermé par ]].",
        (SectionTextFaultKind.NotClosed, _) => $"Line {Line}: “[[{Found}” is not closed by ]].",
        (SectionTextFaultKind.NoWords, "fr") => $"Ligne {Line}\u00A0: «\u00A0[[{Found}]]\u00A0» n’a pas de mots. Écrivez [[numéro|mots]].",
        (SectionTextFaultKind.NoWords, _) => $"Line {Line}: “[[{Found}]]” has no words. Write [[number|words]].",
        (SectionTextFaultKind.NoTarget, "fr") => $"Ligne {Line}\u00A0: «\u00A0{Found}\u00A0» n’est ni un article (12), ni une citation (q:12, ou q; reason=…), ni un numéro (issue:…), ni une adresse, ni b ou i.",
        (SectionTextFaultKind.NoTarget, _) => $"Line {Line}: “{Found}” is no article (12), no quote (q:12, or q; reason=…), no issue (issue:…), no address, and neither b nor i.",
        (SectionTextFaultKind.NoImage, "fr") => $"Ligne {Line}\u00A0: «\u00A0{Found}\u00A0» n’est pas une image. Écrivez !! https://…; alt=…; caption=…; credit=…; rights=…",
        (SectionTextFaultKind.NoImage, _) => $"Line {Line}: “{Found}” is no image. Write !! https://…; alt=…; caption=…; credit=…; rights=…",
        (SectionTextFaultKind.NoSuchArticle, "fr") => $"Ligne {Line}\u00A0: il n’y a pas d’article {Found}.",
        (SectionTextFaultKind.NoSuchArticle, _) => $"Line {Line}: there is no article {Found}.",
        (SectionTextFaultKind.NoSuchIssue, "fr") => $"Ligne {Line}\u00A0: il n’y a pas de numéro publié {Found}.",
        (SectionTextFaultKind.NoSuchIssue, _) => $"Line {Line}: there is no published issue {Found}.",
        (_, "fr") => $"Ligne {Line}\u00A0: ce numéro n’a pas de section {Found}.",
        _ => $"Line {Line}: that issue has no section {Found}.",
    };
}

public enum SectionTextFaultKind
{
    NotClosed = 1,
    NoWords = 2,
    NoTarget = 3,
    NoSuchArticle = 4,
    NoSuchIssue = 5,
    NoImage = 6,

    /// <summary>The issue is there and has no such section.</summary>
    NoSuchSection = 7,
}
