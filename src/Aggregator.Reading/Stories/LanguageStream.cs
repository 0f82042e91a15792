namespace Aggregator.Reading.Stories;

/// <summary>The texts of one language in the window and their stories.</summary>
internal sealed class LanguageStream
{
    /// <summary>How many similar texts, stories among them, and texts of one story are looked at closely.</summary>
    private const int Texts = 40, Stories = 12, TextsOfStory = 6;

    private readonly Vocabulary vocabulary = new();
    private readonly TermReader reader;
    private readonly TextIndex index;
    private readonly Dictionary<int, StoryProfile> stories = [];
    private float[] weights = [];

    public LanguageStream() => (reader, index) = (new(vocabulary), new(vocabulary));

    /// <summary>Reads a text, which counts from now on for how rare words are. It must be kept next.</summary>
    public WindowText Read(StoryText text)
    {
        var terms = reader.Read(text);
        vocabulary.AddText(terms);
        double squared = 0;
        foreach (var term in terms) squared += Math.Pow(vocabulary.Weight(term), 2);
        return new(terms, text.Time, index.Next, (float)Math.Sqrt(squared));
    }

    /// <summary>The story the text belongs to, or null when none is likelier than not. Of equals it is the one found first.</summary>
    public int? StoryOf(WindowText text)
    {
        var (best, odds) = ((StoryProfile?)null, 0.0);
        foreach (var (story, evidence) in Candidates(text))
        {
            if (StoryRule.LogOdds(evidence) is var found && found > odds) (best, odds) = (story, found);
        }

        return best?.Id;
    }

    public void Keep(WindowText text, int storyId)
    {
        if (!stories.TryGetValue(storyId, out var story)) stories.Add(storyId, story = new(storyId, vocabulary));
        story.Add(text);
        index.Add(text);
    }

    public void Remove(WindowText text)
    {
        vocabulary.RemoveText(text.Terms);
        index.Remove(text);
        var story = text.Story!;
        story.Remove(text);
        if (story.Size == 0) stories.Remove(story.Id);
    }

    /// <summary>The stories of the most similar texts, with what speaks for each.</summary>
    public List<(StoryProfile Story, StoryEvidence Evidence)> Candidates(WindowText text)
    {
        if (weights.Length < vocabulary.Capacity) weights = new float[vocabulary.Capacity];
        foreach (var term in text.Terms) weights[term.Id] = vocabulary.Weight(term);
        var found = Similar(text).Select(group => (group.Key, EvidenceOf(text, group.Key, group))).ToList();
        foreach (var term in text.Terms) weights[term.Id] = 0;
        return StoryRivals.Weigh(found);
    }

    private IEnumerable<IGrouping<StoryProfile, WindowText>> Similar(WindowText text) =>
        index.Nearest(text, Texts).GroupBy(near => near.Story!).Take(Stories);

    private StoryEvidence EvidenceOf(WindowText text, StoryProfile story, IEnumerable<WindowText> similar)
    {
        var compared = similar.Take(TextsOfStory).Select(other => TextComparison.Of(weights, text.Norm, other, vocabulary)).ToList();
        var nearest = compared.MaxBy(comparison => comparison.Cosine);
        return new(
            nearest.Cosine, story.Cosine(text, weights) ?? nearest.Cosine, nearest.SharedRarity, story.DaysTo(text),
            Math.Min(text.Terms.Length, nearest.Terms));
    }
}
