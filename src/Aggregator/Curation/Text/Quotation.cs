using System.Text;

namespace Aggregator.Curation.Text;

/// <summary>Words taken from an article: they must be its own, and they come with the quotation marks of the publication and a credit. Pure.</summary>
public static class Quotation
{
    /// <summary>The longest passage one may quote, in characters.</summary>
    public const int MaxLength = 2000;

    private const string Opening = "«“\"‹‘", Closing = "»”\"›’";

    /// <summary>Finds a passage in a stored text, whatever the white space between its words.</summary>
    /// <param name="text">The article's plain text.</param>
    /// <param name="words">The passage; quotation marks around it do not count.</param>
    /// <returns>The passage as the text has it, no-break spaces kept and breaks folded, or null when these words do not stand in it.</returns>
    public static string? Find(string text, string? words)
    {
        var passage = Bare(Fold(words ?? "").Text);
        if (passage.Length is 0 or > MaxLength) return null;
        var (folded, places) = Fold(text);
        var at = folded.IndexOf(passage, StringComparison.Ordinal);
        return at < 0 ? null : SectionText.Fold(text[places[at]..(places[at + passage.Length - 1] + 1)]);
    }

    /// <summary>A paragraph that quotes <paramref name="words"/> and names the outlet.</summary>
    /// <param name="language">The publication's: it decides the quotation marks.</param>
    public static Block Of(string language, string words, int articleId, string outlet)
    {
        var (open, close) = language == "fr" ? ("«\u00A0", "\u00A0»") : ("“", "”");
        return new(BlockKind.Paragraph, [new(open), new(words, new(MarkKind.Quote, articleId)), new($"{close}, "), new(outlet, new(MarkKind.Credit, articleId)), new(".")]);
    }

    /// <summary>Every run of white space, no-break spaces among it, is one plain space; none at either end. With where each character stood.</summary>
    private static (string Text, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isSpace = char.IsWhiteSpace(text[at]);
            if (isSpace && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(isSpace ? ' ' : text[at]);
            places.Add(at);
        }

        return (folded.ToString().TrimEnd(), places);
    }

    private static string Bare(string passage) =>
        passage.Length > 2 && Opening.IndexOf(passage[0]) is >= 0 and var mark && passage[^1] == Closing[mark] ? passage[1..^1].Trim() : passage;
}
