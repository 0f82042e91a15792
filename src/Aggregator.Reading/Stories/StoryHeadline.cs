namespace Aggregator.Reading.Stories;

/// <summary>What stands over a story: the title that says most of what its articles say, and the beginning of the same article.</summary>
/// <param name="ArticleId">The article they are of.</param>
/// <param name="Title">Its title as published.</param>
/// <param name="Lead">Its first sentences, as far as they fit; empty when it has no text.</param>
public sealed record StoryHeadline(int ArticleId, string Title, string Lead)
{
    private const int LeadLength = 280, ArticlesRead = 100;

    /// <summary>
    /// Of the articles that are no copies and have a title, the one whose title has the highest mean cosine with all titles and texts
    /// (weighed by how rare the words are in the story's own texts, common being good here); of equals the earliest given.
    /// </summary>
    /// <param name="articles">Those of one story, in the order of time. Beyond 100 the oldest are not looked at.</param>
    /// <returns>Null when no article has a title.</returns>
    public static StoryHeadline? Of(IReadOnlyList<StoryText> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var originals = articles.Where(article => article.CopyOf is null).ToList();
        var titled = (originals.Exists(HasTitle) ? originals : articles).Where(HasTitle).TakeLast(ArticlesRead).ToList();
        if (titled.Count == 0) return null;
        var best = titled[TitleCentrality.Best(titled)];
        return new(best.Id, best.Title.Trim(), LeadText.Of(best.Text, best.Title, LeadLength));
    }

    private static bool HasTitle(StoryText article) => !string.IsNullOrWhiteSpace(article.Title);
}
