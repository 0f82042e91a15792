namespace Aggregator.Reading.Articles.Layout;

/// <summary>Cuts from a heading such as "Related articles" or "À propos de l'auteur" on, when it opens the last part of the text.</summary>
internal static class Tail
{
    /// <summary>Characters of a paragraph of the text; a teaser is shorter.</summary>
    private const int LeastParagraph = 160;

    public static void Cut(PageBox main)
    {
        var leaves = LeavesOf(main);
        var seen = 0;
        var all = leaves.Sum(box => box.Chars);
        for (var i = 0; i < leaves.Count; i++)
        {
            var box = leaves[i];
            if (seen > all * 0.5 && box.Chars < 80 && PlainText.Of(box) is var text && PageWords.OpensTail(text) && (!PageWords.IsInvitation(text) || IsEnd(leaves, i)))
            {
                foreach (var after in leaves.Skip(i)) after.Cut = true;
                break;
            }

            seen += box.Chars;
        }
    }

    /// <summary>Cuts headings at the end that nothing follows.</summary>
    public static void CutHeadingsOfNothing(PageBox main)
    {
        var leaves = LeavesOf(main);
        for (var i = leaves.Count - 1; i >= 0; i--)
        {
            if (leaves[i].Cut) continue;
            if (leaves[i].Tag is not ['h', >= '1' and <= '6']) return;
            leaves[i].Cut = true;
        }
    }

    // "Read also" stands between paragraphs, too, above a link.
    private static bool IsEnd(List<PageBox> leaves, int at) => leaves.Skip(at + 1).All(box => box.OwnChars - box.OwnLinkChars < LeastParagraph);

    private static List<PageBox> LeavesOf(PageBox main) => [.. main.Standing().Where(box => box.IsBlock && !box.HoldsBlock && box.Chars > 0)];
}
