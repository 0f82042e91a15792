using System.Text.RegularExpressions;

namespace Aggregator.Reading.Articles.Layout;

/// <summary>
/// Takes off both ends of a text the lines that are not of it: above, who wrote it and when; below, lines of links behind a label ("Tags:
/// a, b"), the way back,
/// and notices to readers. A line of links is known by its links; words are asked for notices alone.
/// </summary>
internal static partial class Ends
{
    /// <summary>Blocks looked at above the text.</summary>
    private const int Head = 3;

    /// <summary>Letters of a line above the text; of a line of links below it.</summary>
    private const int LongestHead = 160, LongestLinks = 220;

    /// <summary>Letters beside the links of such a line: "Related Story:", "Filed under:".</summary>
    private const int LongestLabel = 28;

    /// <summary>Letters of a line that is a date and nothing else: "mercredi 24 septembre 2025".</summary>
    private const int LongestDate = 40;

    /// <summary>Letters that a byline may have beside the names.</summary>
    private const int LongestRole = 40;

    public static List<Block> Cut(List<Block> blocks, IReadOnlyList<string> authors)
    {
        var kept = blocks.ToList();
        for (var at = 0; at < Math.Min(Head, kept.Count - 1); at++)
            if (kept[at].Kind == BlockKind.Paragraph && IsParticulars(kept[at].Text, authors)) kept.RemoveAt(at--);
        for (var at = kept.Count - 1; at > 0; at--)
        {
            // A picture under the text stays with what is above it.
            if (kept[at].Kind == BlockKind.Figure) continue;
            if (!IsForeign(kept[at], kept[..at])) break;
            kept.RemoveAt(at);
        }

        return kept;
    }

    private static bool IsParticulars(string text, IReadOnlyList<string> authors)
    {
        if (text.Length is 0 or > LongestHead || text[^1] is '.' or '!' or '?' or '。') return false;
        var names = authors.Where(author => text.Contains(author, StringComparison.Ordinal)).Sum(author => author.Length + 2);
        if (text.Length < LongestDate && PageDate.Find(text) is not null && text.Count(char.IsLetter) < LongestDate / 2) return true;
        return (names > 0 && text.Length <= names + LongestRole) || (Day().IsMatch(text) && Labels().Count(text) > 0);
    }

    private static bool IsForeign(Block block, List<Block> before) =>
        block.Kind == BlockKind.Heading || PageWords.IsNotice(block.Text) || IsLinks(block)
            || (before.Count > 1 && PageWords.IsInvitation(block.Text));

    private static bool IsLinks(Block block)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.List) || block.Text.Length > LongestLinks) return false;
        var (linked, all) = LinkedLetters.Of(block.Html);
        if (linked == 0) return false;
        var beside = all - linked;
        return beside == 0 || (beside <= LongestLabel
            && (Label().IsMatch(block.Text) || block.Text.Contains('\n', StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./年-]\s?\d{1,2}[./月-]\s?\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\p{L}\s?[:：]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\A[^\p{L}\p{N}]*(?:[\p{L}\p{N}'’-]+\s?){1,3}[:：→>]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
