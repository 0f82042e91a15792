using System.Text.RegularExpressions;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>
/// Words that lost the space between them, as happens at the edges of links: "Le MondeUn succès", "leBlog", "La Croix« Ce". A name
/// with a capital inside is no such word when the sources write it so, or when neither part is a small word. Pure.
/// </summary>
internal static partial class GlueCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.GluedWords, "Mots collés", "Glued words") { IsMechanical = true },
        ]);

    private static readonly HashSet<string> SmallWords = new(
        ("le la les un une des du de ce cet cette ces il elle ils elles on en et ou or mais donc au aux à a dans sur par pour selon si son sa ses leur leurs nous vous qui que où "
        + "the a an in on at by for with and but or so it its he she they we this that these those of to from as is are was were").Split(' '), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        foreach (var unit in TextUnit.Of(material.Issue))
        {
            var sources = unit.Section is null ? [] : material.PadOf(unit.Section).ToList();
            foreach (var at in Places(unit).Where(at => !sources.Exists(article => IsWritten(article, WordAt(unit.Text, at)))))
                yield return Said(unit, at);
        }
    }

    private static IEnumerable<int> Places(TextUnit unit)
    {
        var places = new SortedSet<int>(Edges(unit));
        foreach (Match match in Inner().Matches(unit.Text))
            if (Parts(unit.Text, match.Index + 1) is var (before, after) && (SmallWords.Contains(after) || (before.Length > 1 && SmallWords.Contains(before)))) places.Add(match.Index + 1);
        foreach (Match match in Sign().Matches(unit.Text)) places.Add(match.Index + match.Groups["before"].Length);
        return places;
    }

    /// <summary>Where the words of a link, a credit or a reference touch other words.</summary>
    private static IEnumerable<int> Edges(TextUnit unit)
    {
        var at = 0;
        foreach (var line in unit.Content.Lines)
        {
            for (var i = 0; i < line.Count; i++)
            {
                var end = at + line[i].Text.Length;
                if (i + 1 < line.Count && line[i].Text.Length > 0 && line[i + 1].Text.Length > 0 && IsLink(line[i]) != IsLink(line[i + 1]) && char.IsLetterOrDigit(line[i].Text[^1]) && char.IsLetterOrDigit(line[i + 1].Text[0])) yield return end;
                at = end;
            }

            at++;
        }
    }

    private static bool IsLink(Span span) => span.Marks.Any(mark => mark.Kind is MarkKind.Link or MarkKind.Credit or MarkKind.CrossReference);

    private static Finding Said(TextUnit unit, int at)
    {
        var word = WordAt(unit.Text, at);
        var start = Math.Max(0, unit.Text.IndexOf(word, Math.Max(0, at - word.Length), StringComparison.Ordinal));
        return new(FindingKind.GluedWords, Severity.Warn, unit.Place(start, word.Length), $"Il manque une espace dans «\u00A0{word}\u00A0».", $"A space is missing in “{word}”.") { Repair = new(at, 0, " ") };
    }

    private static (string Before, string After)? Parts(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return (text[start..at], text[at..end]);
    }

    private static string WordAt(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return text[start..end];
    }

    private static bool IsWritten(ReviewArticle article, string word)
    {
        var bare = word.Trim('.', ',', ';', ':', '!', '?', '«', '»', '(', ')', '“', '”', '"', '…');
        return bare.Length > 1 && (article.Text.Contains(bare, StringComparison.Ordinal) || article.Title.Contains(bare, StringComparison.Ordinal) || article.Outlet.Contains(bare, StringComparison.Ordinal));
    }

    /// <summary>A small letter and a capital within a word.</summary>
    [GeneratedRegex(@"\p{Ll}(?=\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Inner();

    /// <summary>A sign that a word follows at once: a full stop before a capital, a comma before any letter, a guillemet after a letter.</summary>
    [GeneratedRegex(@"(?<before>\p{Ll}[.!?])(?=\p{Lu}\p{L})|(?<before>\p{L}[,;])(?=\p{L})|(?<before>\p{L})(?=«)|(?<before>»)(?=[\p{L}\d])|(?<before>[\p{L}\d]\))(?=\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sign();
}
