namespace Aggregator.Reading.Stories;

/// <summary>
/// Sets each story against the others that were found. How alike unrelated texts are depends on the stream, its languages and the length
/// of its texts; a fixed threshold does not serve two streams (the best one moves from .10 to .28 on the labelled corpora).
/// </summary>
internal static class StoryRivals
{
    private const int BackgroundFrom = 2, BackgroundStories = 5;

    public static List<(StoryProfile Story, StoryEvidence Evidence)> Weigh(List<(StoryProfile Story, StoryEvidence Evidence)> found)
    {
        var nearest = found.Select(candidate => candidate.Evidence.Nearest).OrderDescending().ToList();
        var background = nearest.Skip(BackgroundFrom).Take(BackgroundStories).DefaultIfEmpty(0).Average();
        return [.. found.Select(candidate => (candidate.Story, candidate.Evidence with
        {
            Rival = candidate.Evidence.Nearest < nearest[0] ? nearest[0] : nearest.ElementAtOrDefault(1),
            Background = background,
        }))];
    }
}
