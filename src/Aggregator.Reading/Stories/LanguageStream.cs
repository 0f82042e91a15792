namespace Aggregator.Reading.Stories;

/// <summary>The texts of one language in the window and their stories.</summary>
internal sealed class LanguageStream
{
    /// <summary>How many similar texts, stories among them, and texts of one story are looked at closely.</summary>
    private const int SimilarTexts = 40, SimilarStories = 12, TextsOfStory = 6;

    /// <summary>Log odds a text must exceed to join the first stories: a window that has seen little cannot tell which words are rare.</summary>
    private const double FirstOdds = 0.9, TextsToKnow = 20;

    private readonly Vocabulary vocabulary;
    private readonly StoryRule rule;
    private readonly TermReader reader;
    private readonly TextIndex index;
    private readonly StreamBackground background = new();
    private readonly Dictionary<int, StoryProfile> stories = [];
    private float[] weights = [];

    public LanguageStream(string language, StoryRule rule)
    {
        this.rule = rule;
        vocabulary = new(PressWords.Of(language));
        (reader, index) = (new(vocabulary), new(vocabulary));
    }

    /// <summary>In the order they came.</summary>
    public IEnumerable<WindowText> Texts => index.Texts;

    public IEnumerable<StoryProfile> Stories => stories.Values;

    /// <summary>Log odds a text must exceed to belong to a story of this stream.</summary>
    public double Caution => FirstOdds * TextsToKnow / (TextsToKnow + index.Count);

    /// <summary>Reads a text, which counts from now on for how rare words are. It must be kept next.</summary>
    public WindowText Read(StoryText text)
    {
        var terms = reader.Read(text);
        vocabulary.AddText(terms);
        var read = new WindowText(text.Id, terms, text.Time, index.Next, (float)vocabulary.Norm(terms));
        SetWeights(read);
        foreach (var number in StreamBackground.PairsOf(read.Sequence, index.Count))
        {
            if (index.Chosen(number) is { } other) background.Add(TextComparison.Of(weights, read.Norm, other, vocabulary).Cosine);
        }

        ClearWeights(read);
        return read;
    }

    /// <summary>The story the text belongs to, or null when none is likely enough. Of equals it is the one found first.</summary>
    public int? StoryOf(WindowText text)
    {
        var (best, odds) = ((StoryProfile?)null, Caution);
        foreach (var (story, found) in Weigh(text))
        {
            if (found > odds) (best, odds) = (story, found);
        }

        return best?.Id;
    }

    public void Keep(WindowText text, int storyId)
    {
        PutIn(text, storyId);
        index.Add(text);
    }

    public void Remove(WindowText text)
    {
        vocabulary.RemoveText(text.Terms);
        index.Remove(text);
        TakeOut(text);
        ForgetEmpty(text.Story!);
    }

    /// <summary>Puts a text that is in no story into one.</summary>
    public void PutIn(WindowText text, int storyId)
    {
        if (text.Story is { } was && was.Id != storyId) ForgetEmpty(was);
        if (!stories.TryGetValue(storyId, out var story)) stories.Add(storyId, story = new(storyId, vocabulary));
        story.Add(text);
    }

    /// <summary>Takes a text out of its story; it must be put in one next, or leave.</summary>
    public void TakeOut(WindowText text) => text.Story!.Remove(text);

    /// <summary>
    /// A number for the story a text opens: its own, or, when others tell the story it once opened, that of another text. One is free, since
    /// there are fewer stories than texts.
    /// </summary>
    public int FreeNumber(WindowText text, StoryProfile was) =>
        was.Texts.Concat(Texts).Select(other => other.Id).Prepend(text.Id).First(id => !stories.ContainsKey(id));

    /// <summary>The stories of the most similar texts and the log odds of each.</summary>
    /// <param name="text">A text that was read.</param>
    /// <param name="without">A story that is not looked at.</param>
    public IEnumerable<(StoryProfile Story, double LogOdds)> Weigh(WindowText text, StoryProfile? without = null) =>
        Candidates(text, without).Select(candidate => (candidate.Story, rule.LogOdds(candidate.Evidence)));

    /// <summary>The stories of the most similar texts, with what speaks for each.</summary>
    public List<(StoryProfile Story, StoryEvidence Evidence)> Candidates(WindowText text, StoryProfile? without = null)
    {
        SetWeights(text);
        var norm = vocabulary.Norm(text.Terms);
        var found = Similar(text, without).Select(group => (group.Key, EvidenceOf(text, norm, group.Key, group))).ToList();
        ClearWeights(text);
        return StoryRivals.Weigh(found);
    }

    /// <summary>The texts most alike, best first; the text itself may be among them.</summary>
    public List<WindowText> Nearest(WindowText text, int most) => index.Nearest(text, most);

    private IEnumerable<IGrouping<StoryProfile, WindowText>> Similar(WindowText text, StoryProfile? without) =>
        index.Nearest(text, SimilarTexts).Where(near => near != text && near.Story != without).GroupBy(near => near.Story!).Take(SimilarStories);

    private StoryEvidence EvidenceOf(WindowText text, double norm, StoryProfile story, IEnumerable<WindowText> similar)
    {
        var compared = similar.Take(TextsOfStory).Select(other => TextComparison.Of(weights, norm, other, vocabulary)).ToList();
        var nearest = compared.MaxBy(comparison => comparison.Cosine);
        var above = StreamBackground.Above(nearest.Cosine, background.Usual);
        return new(above, story.Cosine(text, norm, weights) is { } centroid ? StreamBackground.Above(centroid, background.OfMany(story.Spread)) : above, story.DaysTo(text))
        {
            // In a stream of few words to share many of them is nothing.
            SharedTerms = above < nearest.Cosine ? nearest.SharedTerms * above / nearest.Cosine : nearest.SharedTerms,
            Shorter = Math.Min(text.Terms.Length, nearest.Terms), Size = story.Size,
        };
    }

    private void ForgetEmpty(StoryProfile story)
    {
        if (story.Size == 0) stories.Remove(story.Id);
    }

    private void SetWeights(WindowText text)
    {
        if (weights.Length < vocabulary.Capacity) weights = new float[vocabulary.Capacity];
        foreach (var term in text.Terms) weights[term.Id] = vocabulary.Weight(term);
    }

    private void ClearWeights(WindowText text)
    {
        foreach (var term in text.Terms) weights[term.Id] = 0;
    }
}
