namespace Aggregator.Reading.Stories;

/// <summary>Which of several titles about one event is the most central: LexRank's degree centrality, Erkan and Radev 2004.</summary>
internal static class TitleCentrality
{
    /// <summary>The index of the title that shares most with the articles, for its length.</summary>
    public static int Best(List<StoryText> articles)
    {
        var vocabulary = new Vocabulary(PressWords.None);
        var reader = new TermReader(vocabulary, StopWords.Of(StoryLanguage.Of(articles[0].Language)));
        var holders = new Dictionary<int, int>();
        var titles = articles.Select(article => reader.Read(article with { Text = "" })).ToList();
        foreach (var article in articles)
        {
            foreach (var term in reader.Read(article)) holders[term.Id] = holders.GetValueOrDefault(term.Id) + 1;
        }

        var scores = titles.Select(title => Score(title, holders)).ToList();
        return scores.IndexOf(scores.Max());
    }

    /// <summary>How many other articles hold its words; the root lets a title be long only where its words carry.</summary>
    private static double Score(Term[] title, Dictionary<int, int> holders) =>
        title.Length == 0 ? -1 : title.Sum(term => holders.GetValueOrDefault(term.Id, 1) - 1) / Math.Sqrt(title.Length);
}
