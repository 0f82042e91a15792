using System.Globalization;
using System.Text;

namespace Aggregator.Curation.Text;

/// <summary>
/// What stands before the bar of <c>[[…|words]]</c>: one mark or several parted by <c>^</c>, each with <c>; name=value</c> for what else
/// is known of it. Place and hash of a quote are not written: the program finds them again. Pure.
/// </summary>
internal static class MarkText
{
    private const char Joint = '^', Part = ';';

    /// <summary>Signs with a meaning in a target.</summary>
    private const string Meaningful = "\\[]|;^";

    public static string Write(IReadOnlyList<Mark> marks) => string.Join(Joint, marks.Select(Write));

    /// <returns>The marks, or null when it is none of those there are.</returns>
    public static IReadOnlyList<Mark>? Read(string target)
    {
        var marks = Split(target, Joint).Select(One).ToList();
        return marks.Count == 0 || marks.Contains(null) ? null : [.. marks.OfType<Mark>()];
    }

    /// <summary>Cuts at a sign that no backslash stands before; the backslashes stay.</summary>
    public static IReadOnlyList<string> Split(string text, char at)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == at)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            part.Append(text[i]);
            if (text[i] == '\\' && i + 1 < text.Length) part.Append(text[++i]);
        }

        parts.Add(part.ToString());
        return parts;
    }

    /// <summary>"alt=…; caption=…" as pairs; a word alone has an empty value.</summary>
    public static IReadOnlyDictionary<string, string> Fields(IEnumerable<string> parts) => parts.Select(part => part.Trim()).Where(part => part.Length > 0)
        .Select(part => part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (Name: part[..at].Trim(), Value: Plain(part[(at + 1)..].Trim())) : (Name: part, Value: ""))
        .DistinctBy(field => field.Name, StringComparer.Ordinal).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    /// <summary>"; name=value" for each that says something.</summary>
    public static string Fields(params IEnumerable<(string Name, string? Value)> fields) =>
        string.Concat(fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).Select(field => $"{Part} {field.Name}={Escape(SectionText.Fold(field.Value!).Trim())}"));

    public static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (Meaningful.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string Plain(string escaped)
    {
        var plain = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && i + 1 < escaped.Length && (Meaningful.Contains(escaped[i + 1], StringComparison.Ordinal) || SectionText.IsEscapable(escaped[i + 1]))) i++;
            plain.Append(escaped[i]);
        }

        return plain.ToString();
    }

    private static string Write(Mark mark) => mark.Kind switch
    {
        MarkKind.Strong => "b",
        MarkKind.Emphasis => "i",
        MarkKind.Link => (mark.Href is { } href ? Escape(href) : "link") + Fields(("reason", mark.Evidence?.Reason)),
        MarkKind.CrossReference => $"issue:{mark.IssueId}{(mark.SectionId is { } section ? $"#{section}" : "")}",
        MarkKind.Credit => (mark.ArticleId is { } id ? Number(id) : $"credit:{Escape(mark.Source ?? "")}")
            + Fields(("source", mark.ArticleId is null ? null : mark.Source), ("author", mark.Author), ("wording", mark.Wording), ("reason", mark.Evidence?.Reason)),
        _ => (mark.ArticleId is { } id ? $"q:{Number(id)}" : "q") + Fields(
            ("speaker", mark.Speaker), ("role", mark.Role), ("from", mark.Translation?.From), ("original", mark.Translation?.Original),
            ("reason", mark.ArticleId is null ? mark.Evidence?.Reason : null)),
    };

    private static Mark? One(string written)
    {
        var parts = Split(written, Part);
        var (head, fields) = (parts[0].Trim(), Fields(parts.Skip(1)));
        return head switch
        {
            "b" => new(MarkKind.Strong),
            "i" => new(MarkKind.Emphasis),
            _ when head == "q" || head.StartsWith("q:", StringComparison.OrdinalIgnoreCase) => Quote(head, fields),
            _ when head.StartsWith("issue:", StringComparison.OrdinalIgnoreCase) => Reference(head[6..]),
            _ when head.StartsWith("credit:", StringComparison.OrdinalIgnoreCase) && Plain(head[7..]).Trim() is { Length: > 0 } source => Credit(new(MarkKind.Credit) { Source = source }, fields),
            _ when head.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || head.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => new(MarkKind.Link) { Href = Plain(head), Evidence = NoArticle(fields) },
            "link" when fields.ContainsKey("reason") => new(MarkKind.Link) { Evidence = NoArticle(fields) },
            _ when Number(head) is { } credited => Credit(new(MarkKind.Credit, credited) { Source = fields.GetValueOrDefault("source") }, fields),
            _ => null,
        };
    }

    private static Mark Credit(Mark mark, IReadOnlyDictionary<string, string> fields) =>
        mark with { Author = fields.GetValueOrDefault("author"), Wording = fields.GetValueOrDefault("wording"), Evidence = NoArticle(fields) };

    private static Evidence? NoArticle(IReadOnlyDictionary<string, string> fields) => fields.TryGetValue("reason", out var reason) ? new(EvidenceKind.None) { Reason = reason } : null;

    private static Mark? Quote(string head, IReadOnlyDictionary<string, string> fields)
    {
        var article = head.Length > 2 ? Number(head[2..]) : null;
        if (head.Length > 2 && article is null) return null;
        if (article is null && !fields.ContainsKey("reason")) return null;
        return new(MarkKind.Quote, article)
        {
            Speaker = fields.GetValueOrDefault("speaker"), Role = fields.GetValueOrDefault("role"),
            Translation = fields.TryGetValue("original", out var original) ? new(fields.GetValueOrDefault("from") ?? "en", original) : null,
            Evidence = article is null ? NoArticle(fields) : null,
        };
    }

    private static Mark? Reference(string target)
    {
        var (issue, section) = target.Split('#') is [var first, var second] ? (first, second) : (target, null);
        if (!Guid.TryParse(issue, out var id)) return null;
        if (section is null) return new(MarkKind.CrossReference, IssueId: id);
        return Guid.TryParse(section, out var place) ? new(MarkKind.CrossReference, IssueId: id) { SectionId = place } : null;
    }

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
