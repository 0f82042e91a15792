using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>
/// Agglomerative clustering: of all groups the two with the strongest support are joined first, until none is strong enough. Close to average link (UPGMA,
/// Sokal and Michener 1958), over the pairs that stand out alone. Groups that editors keep apart are never joined.
/// </summary>
internal sealed class StoryClusters
{
    private readonly WindowText[] texts;
    private readonly StoryRule rule;
    private readonly Dictionary<int, double>?[] links; // null where a group was joined to another
    private readonly List<int>[] members;
    private readonly TimeSpanOfTexts[] times;
    private readonly int?[] fixedStories;
    private readonly int[] versions;
    private readonly PriorityQueue<Join, (double Support, int One, int Other)> queue = new();

    /// <param name="texts">What is to be grouped.</param>
    /// <param name="rule">What makes a story.</param>
    public StoryClusters(IReadOnlyList<WindowText> texts, StoryRule rule)
    {
        this.rule = rule;
        this.texts = [.. texts];
        links = [.. texts.Select(_ => new Dictionary<int, double>())];
        members = [.. texts.Select((_, at) => new List<int> { at })];
        times = [.. texts.Select(text => default(TimeSpanOfTexts).With(text))];
        fixedStories = [.. texts.Select(text => text.IsFixed ? text.Story!.Id : (int?)null)];
        versions = new int[texts.Count];
    }

    /// <summary>Says how far a pair stands out; saying it twice is the same as once.</summary>
    public void Link(int one, int other, double score)
    {
        links[one]![other] = score;
        links[other]![one] = score;
    }

    /// <summary>Groups the texts; to be called once.</summary>
    /// <returns>Every text in one group; in each group in the order given.</returns>
    public IReadOnlyList<IReadOnlyList<WindowText>> Run()
    {
        JoinFixed();
        for (var group = 0; group < links.Length; group++) Offer(group, onlyLater: true);
        while (queue.TryDequeue(out var join, out _))
        {
            if (join.Version == versions[join.One] && join.OtherVersion == versions[join.Other]) JoinGroups(join.One, join.Other);
        }

        return [.. members.Where((_, at) => links[at] is not null).Select(group => group.Order().Select(at => texts[at]).ToList())];
    }

    private void JoinFixed()
    {
        foreach (var story in Enumerable.Range(0, texts.Length).Where(at => fixedStories[at] is not null).GroupBy(at => fixedStories[at]).ToList())
        {
            var into = story.First();
            foreach (var at in story.Skip(1)) into = Absorb(into, at);
        }
    }

    private void JoinGroups(int one, int other) => Offer(Absorb(one, other), onlyLater: false);

    /// <summary>Joins two groups, the one with fewer links to the other; returns the one that is left.</summary>
    private int Absorb(int one, int other)
    {
        if (links[one]!.Count < links[other]!.Count) (one, other) = (other, one);
        foreach (var (third, sum) in links[other]!)
        {
            links[third]!.Remove(other);
            if (third == one) continue;
            ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(links[one]!, third, out _);
            links[third]![one] = all += sum;
        }

        members[one].AddRange(members[other]);
        times[one] = times[one].With(times[other]);
        fixedStories[one] ??= fixedStories[other];
        links[other] = null;
        versions[one]++;
        versions[other]++;
        return one;
    }

    private void Offer(int group, bool onlyLater)
    {
        if (links[group] is not { } near) return;
        foreach (var (other, sum) in near)
        {
            if ((onlyLater && other < group) || (fixedStories[group] is { } mine && fixedStories[other] is { } theirs && mine != theirs)) continue;
            var support = rule.Support(sum, members[group].Count, members[other].Count, times[group].DaysTo(times[other]));
            var (one, two) = group < other ? (group, other) : (other, group);
            if (support >= rule.OneStory) queue.Enqueue(new(one, two, versions[one], versions[two]), (-support, one, two));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Join(int One, int Other, int Version, int OtherVersion);
}
