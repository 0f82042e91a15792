namespace Aggregator.Reading.Stories;

/// <summary>Gives the groups of a review their stories: each keeps the number of the story it has most texts of, so that readers find again what they saw.</summary>
internal static class StoryNumbers
{
    /// <param name="stream">Whose texts they are.</param>
    /// <param name="groups">Groups of whole stories, or all groups of the window: no text of a story is left out.</param>
    /// <param name="taken">Numbers that stories of any language have; those given are added.</param>
    public static void Give(LanguageStream stream, IReadOnlyList<IReadOnlyList<WindowText>> groups, HashSet<int> taken)
    {
        var numbers = Kept(groups);
        for (var at = 0; at < groups.Count; at++)
        {
            // A number that no story has: that of a text of the group, or, when others tell the story it once opened, that of another text.
            var number = numbers[at] ?? groups[at].Concat(stream.Texts).Select(text => text.Id).First(taken.Add);
            foreach (var text in groups[at])
            {
                if (text.Story!.Id == number) continue;
                stream.TakeOut(text);
                stream.PutIn(text, number);
            }
        }
    }

    /// <summary>The number each group keeps, or null: one an editor gave its texts, else that of the story of which no group has more texts.</summary>
    private static int?[] Kept(IReadOnlyList<IReadOnlyList<WindowText>> groups)
    {
        var claims =
            from at in Enumerable.Range(0, groups.Count)
            from story in groups[at].GroupBy(text => text.Story!.Id)
            select (Group: at, Story: story.Key, Fixed: story.Any(text => text.IsFixed), Texts: story.Count());
        var numbers = new int?[groups.Count];
        var given = new HashSet<int>();
        foreach (var claim in claims.OrderByDescending(claim => claim.Fixed).ThenByDescending(claim => claim.Texts).ThenBy(claim => claim.Group))
        {
            if (numbers[claim.Group] is null && given.Add(claim.Story)) numbers[claim.Group] = claim.Story;
        }

        return numbers;
    }
}
