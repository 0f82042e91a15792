namespace Aggregator.Reading.Articles.Layout;

/// <summary>Cuts from a heading such as "Related articles" or "À propos de l'auteur" on, when it opens the last part of the text.</summary>
internal static class Tail
{
    public static void Cut(PageBox main)
    {
        var leaves = main.Standing().Where(box => box.IsBlock && !box.HoldsBlock && box.Chars > 0).ToList();
        var seen = 0;
        var all = leaves.Sum(box => box.Chars);
        for (var i = 0; i < leaves.Count; i++)
        {
            var box = leaves[i];
            if (seen > all * 0.5 && box.Chars < 80 && PageWords.OpensTail(PlainText.Of(box)))
            {
                foreach (var after in leaves.Skip(i)) after.Cut = true;
                break;
            }

            seen += box.Chars;
        }

        CutHeadingsOfNothing(leaves);
    }

    private static void CutHeadingsOfNothing(List<PageBox> leaves)
    {
        for (var i = leaves.Count - 1; i >= 0; i--)
        {
            if (leaves[i].Cut) continue;
            if (leaves[i].Tag is not ['h', >= '1' and <= '6']) return;
            leaves[i].Cut = true;
        }
    }
}
