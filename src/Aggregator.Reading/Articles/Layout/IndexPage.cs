namespace Aggregator.Reading.Articles.Layout;

/// <summary>Tells a page that lists articles from one that is an article: many boxes of one kind, each under a linked heading, none of which outweighs the others.</summary>
internal static class IndexPage
{
    private const int Fewest = 5;

    public static bool Is(PageBox page)
    {
        var total = Prose.Measure(page);
        var teasers = Teasers(page).ToList();
        return teasers.Count >= Fewest && teasers.Max(box => box.Prose) < total * 0.4 && teasers.Sum(box => box.Prose) > total * 0.6;
    }

    private static IEnumerable<PageBox> Teasers(PageBox box)
    {
        foreach (var inside in box.Boxes)
        {
            if (inside.Tag == "article" && HasLinkedHeading(inside)) yield return inside;
            else
                foreach (var deeper in Teasers(inside)) yield return deeper;
        }
    }

    private static bool HasLinkedHeading(PageBox box) =>
        box.Standing().FirstOrDefault(inside => inside.Tag is "h1" or "h2" or "h3" or "h4" && inside.Chars > 0) is { LinkShare: > 0.9 };
}
