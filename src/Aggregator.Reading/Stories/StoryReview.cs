namespace Aggregator.Reading.Stories;

/// <summary>
/// The pass over finished stories: a single pass decides about each text before it knows the later ones; now all are known. Each text
/// is weighed again and may change its story or leave it; then stories that belong together by most of their texts are joined.
/// </summary>
internal sealed class StoryReview(LanguageStream stream)
{
    private const int Rounds = 2;

    /// <summary>Log odds by which another story must be likelier than the one a text is in.</summary>
    private const double Inertia = 1;

    /// <summary>Texts of a story that speak for it when it may be joined, and how large a story can be that is.</summary>
    private const int Spokesmen = 8, LargestJoined = 30;

    /// <summary>Log odds of a story that was not even among a text's candidates; no text's vote counts for more, either way.</summary>
    private const double NotFound = 6;

    public void Run()
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var text in stream.Texts.ToList()) Reconsider(text);
            foreach (var story in stream.Stories.OrderBy(story => story.Size).ThenBy(story => story.Id).ToList()) Join(story);
        }
    }

    private void Reconsider(WindowText text)
    {
        if (text.IsFixed) return;
        var was = text.Story!;
        stream.TakeOut(text);
        var (best, odds) = (was.Size == 0 ? was : null, stream.Caution);
        foreach (var (story, found) in stream.Weigh(text))
        {
            if (found + (story == was ? Inertia : 0) is var weighed && weighed > odds) (best, odds) = (story, weighed);
        }

        stream.PutIn(text, best?.Id ?? stream.FreeNumber(text, was));
    }

    private void Join(StoryProfile story)
    {
        if (story.Size is 0 or > LargestJoined || story.Texts.Any(text => text.IsFixed)) return;
        if (Nearest(story) is not { } other) return;
        foreach (var text in story.Texts.ToList())
        {
            stream.TakeOut(text);
            stream.PutIn(text, other.Id);
        }
    }

    /// <summary>The story that most of the texts would belong to if theirs were not there; null when there is none.</summary>
    private StoryProfile? Nearest(StoryProfile story)
    {
        var votes = new Dictionary<StoryProfile, double>();
        var speaking = story.Texts.Take(Spokesmen).ToList();
        foreach (var text in speaking)
        {
            foreach (var (other, odds) in stream.Weigh(text, story))
                votes[other] = votes.GetValueOrDefault(other, -NotFound * speaking.Count) + NotFound + Math.Clamp(odds, -NotFound, NotFound);
        }

        return votes.Where(vote => vote.Value > 0).OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key.Id).Select(vote => vote.Key).FirstOrDefault();
    }
}
