namespace Aggregator.Reading.Stories;

/// <summary>
/// The pass over the window: a single pass decides about each text before it knows the later ones; now all are known, and the stories are formed anew, so
/// that one with two cores is parted as well as two with one core are joined. The outcome depends on the texts and on what editors fixed, not on
/// the stories there were: a story that grew wrongly does not speak for itself.
/// </summary>
/// <param name="stream">The texts.</param>
/// <param name="taken">Numbers that stories of any language have; those given now are added.</param>
internal sealed class StoryReview(LanguageStream stream, HashSet<int> taken)
{
    /// <summary>Nearest texts looked at of each: a story's own, and 40 others for its background.</summary>
    private const int Near = 100;

    /// <summary>Reviews the whole window.</summary>
    public void Run() => Review([.. stream.Texts]);

    /// <summary>Looks at one story that has grown fast: it is parted when it has more than one core.</summary>
    public void Part(WindowStory story) => Review([.. story.Texts]);

    private void Review(List<WindowText> texts)
    {
        var near = stream.NearestOf(texts, Near);
        var first = Cluster(texts, near, [.. texts.Select((text, at) => Background(text, near[at], null, storiesKnown: false))]);
        var groups = GroupOf(first);
        // Now that the story of a text is about known, what is usual around it can be measured without it, where it is large enough to matter.
        var large = first.Select(group => group.Count * 2 > LocalBackground.PassedOverOf(stream.Count)).ToList();
        double[] backgrounds = [.. texts.Select((text, at) => Background(text, near[at], large[groups[text]] ? groups[text] : null, storiesKnown: true, groups))];
        StoryNumbers.Give(stream, Cluster(texts, near, backgrounds), taken);
        foreach (var text in texts) text.Story!.ReviewedSize = text.Story.Size;
    }

    private static Dictionary<WindowText, int> GroupOf(IReadOnlyList<IReadOnlyList<WindowText>> clusters) =>
        clusters.SelectMany((cluster, at) => cluster.Select(text => (text, at))).ToDictionary();

    private double Background(WindowText text, IReadOnlyList<Neighbour> near, int? own, bool storiesKnown, Dictionary<WindowText, int>? groups = null)
    {
        Span<float> cosines = stackalloc float[Near];
        var count = 0;
        foreach (var (other, cosine) in near)
        {
            if (own is null || !groups!.TryGetValue(other, out var group) || group != own) cosines[count++] = cosine;
        }

        return stream.Bounded(text, LocalBackground.Measure(cosines[..count], stream.Count), storiesKnown);
    }

    private IReadOnlyList<IReadOnlyList<WindowText>> Cluster(List<WindowText> texts, IReadOnlyList<IReadOnlyList<Neighbour>> near, double[] backgrounds)
    {
        var clusters = new StoryClusters(texts, stream.Rule);
        var places = texts.Select((text, at) => (text, at)).ToDictionary();
        for (var at = 0; at < texts.Count; at++)
        {
            foreach (var (other, cosine) in near[at])
            {
                if (!places.TryGetValue(other, out var there)) continue;
                var score = StoryRule.Score(cosine, backgrounds[at], backgrounds[there]);
                if (score >= StoryRule.LeastScore) clusters.Link(at, there, score);
            }
        }

        return clusters.Run();
    }
}
