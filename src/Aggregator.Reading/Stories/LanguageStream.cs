namespace Aggregator.Reading.Stories;

/// <summary>The texts of one language in the window and their stories.</summary>
internal sealed class LanguageStream
{
    /// <summary>Nearest texts that a new one is compared with: what its background needs, and some of its own story.</summary>
    private const int Compared = 60;

    /// <summary>From how many texts on a story that has doubled is looked at again before the night.</summary>
    private const int LargeStory = 12;

    private readonly Vocabulary vocabulary;
    private readonly TermReader reader;
    private readonly TextIndex index;
    private readonly StreamBackground background = new();
    private readonly Dictionary<int, WindowStory> stories = [];
    private readonly Dictionary<string, SourceWords> sources = new(StringComparer.Ordinal);
    private readonly StoryRule rule;
    private readonly double least;
    private float[] weights = [];
    private double norm;

    public LanguageStream(string language, StoryRule rule)
    {
        this.rule = rule;
        var usual = PressWords.Of(language);
        vocabulary = new(usual);
        (reader, index) = (new(vocabulary, StopWords.Of(language)), new(vocabulary));
        least = usual.IsEmpty ? rule.LeastBackgroundOfUnknown : rule.LeastBackground;
    }

    public StoryRule Rule => rule;

    /// <summary>In the order they came.</summary>
    public IEnumerable<WindowText> Texts => index.Texts;

    public IEnumerable<WindowStory> Stories => stories.Values;

    public int Count => index.Count;

    /// <summary>Stories that have doubled since they were last looked at as a whole.</summary>
    public IEnumerable<WindowStory> Overgrown => stories.Values.Where(story => story.Size >= LargeStory && story.Size >= 2 * story.ReviewedSize);

    /// <summary>Reads a text, which counts from now on for how rare words are. It must be kept next.</summary>
    /// <returns>The text, and those that are most like it.</returns>
    public (WindowText Text, List<Neighbour> Near) Read(StoryText text)
    {
        var terms = reader.Read(text);
        vocabulary.AddText(terms);
        var source = SourceOf(text);
        source?.Add(terms);
        var read = new WindowText(text.Id, terms, text.Time, source, index.Next, (float)vocabulary.Norm(terms)) { IsOfAnyTime = text.IsOfAnyTime };
        SetWeights(read);
        foreach (var number in StreamBackground.PairsOf(read.Sequence, index.Count))
        {
            if (index.Chosen(number) is { } other) background.Add(Cosine(read, other));
        }

        var near = index.Nearest(read, Compared).ConvertAll(other => new Neighbour(other, Cosine(read, other)));
        ClearWeights(read);
        foreach (var (other, cosine) in near)
        {
            read.Closest.Add(cosine);
            other.Closest.Add(cosine);
        }

        return (read, near);
    }

    /// <summary>The story the text belongs to, or null when none has the support. Of equals it is the one found first.</summary>
    public int? StoryOf(WindowText text, List<Neighbour> near)
    {
        var usual = Background(text);
        var (best, most) = ((WindowStory?)null, rule.OneStory);
        foreach (var group in near.GroupBy(neighbour => neighbour.Text.Story!))
        {
            var sum = group.Select(other => StoryRule.Score(other.Cosine, usual, Background(other.Text))).Where(score => score >= StoryRule.LeastScore).Sum();
            var support = rule.Support(sum, 1, group.Key.Size, group.Key.DaysTo(text));
            if (support >= most && best?.Id != group.Key.Id) (best, most) = (group.Key, support);
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
        ForgetWords(text);
        TakeOut(text);
        ForgetEmpty(text.Story!);
    }

    /// <summary>Puts a text that is in no story into one.</summary>
    public void PutIn(WindowText text, int storyId)
    {
        if (text.Story is { } was && was.Id != storyId) ForgetEmpty(was);
        if (!stories.TryGetValue(storyId, out var story)) stories.Add(storyId, story = new(storyId));
        story.Add(text);
    }

    /// <summary>Takes a text out of its story; it must be put in one next, or leave.</summary>
    public void TakeOut(WindowText text) => text.Story!.Remove(text);

    /// <summary>The texts most like each of some, the most alike first, with their cosines.</summary>
    public IReadOnlyList<IReadOnlyList<Neighbour>> NearestOf(IReadOnlyList<WindowText> texts, int most)
    {
        index.Renew();
        return [.. texts.Select(text => NearestOf(text, most))];
    }

    /// <summary>A background as measured, held within what it can be in this stream.</summary>
    /// <param name="text">Whose background it is.</param>
    /// <param name="measured">By <see cref="LocalBackground.Measure"/>.</param>
    /// <param name="storiesKnown">The text's own story was left out.</param>
    public double Bounded(WindowText text, double measured, bool storiesKnown) =>
        Math.Max(StoryRule.LeastBackgroundOf(text.Terms.Length, least), storiesKnown ? measured : Math.Min(measured, background.Most));

    private double Background(WindowText text) => Bounded(text, LocalBackground.Measure(text.Closest.Values, index.Count), storiesKnown: false);

    private List<Neighbour> NearestOf(WindowText text, int most)
    {
        SetWeights(text);
        var near = index.Nearest(text, most + 1).Where(other => other != text).Select(other => new Neighbour(other, Cosine(text, other)))
            .OrderByDescending(neighbour => neighbour.Cosine).ToList();
        ClearWeights(text);
        return near;
    }

    /// <summary>Of a text, whose weights are set, and another.</summary>
    private float Cosine(WindowText text, WindowText other)
    {
        var shared = text.Source == other.Source ? text.Source : null;
        double product = 0, squared = 0;
        foreach (var term in other.Terms)
        {
            var weight = vocabulary.Weight(term);
            squared += weight * weight;
            var both = weight * weights[term.Id];
            if (both > 0) product += shared is null ? both : both * shared.EvidenceLeft(term.Id, vocabulary.Rarity(term.Id));
        }

        return product > 0 ? (float)(product / Math.Sqrt(squared) / norm) : 0;
    }

    private SourceWords? SourceOf(StoryText text)
    {
        if (text.Source is null) return null;
        if (!sources.TryGetValue(text.Source, out var source)) sources.Add(text.Source, source = new(text.Source));
        return source;
    }

    private void ForgetWords(WindowText text)
    {
        text.Source?.Remove(text.Terms);
        if (text.Source is { IsEmpty: true } empty) sources.Remove(empty.Source);
    }

    private void ForgetEmpty(WindowStory story)
    {
        if (story.Size == 0) stories.Remove(story.Id);
    }

    private void SetWeights(WindowText text)
    {
        if (weights.Length < vocabulary.Capacity) weights = new float[vocabulary.Capacity];
        norm = vocabulary.Norm(text.Terms);
        foreach (var term in text.Terms) weights[term.Id] = vocabulary.Weight(term);
    }

    private void ClearWeights(WindowText text)
    {
        foreach (var term in text.Terms) weights[term.Id] = 0;
    }
}
