namespace Aggregator.Reading.Stories;

/// <summary>
/// Whether two stories in two languages tell one event. That they name the same company and its president does not tell: these are in many events. What
/// happened must be in both: the same words, translated, and the same figures. A tie that is missing is a search, one that is wrong is an error.
/// </summary>
public static class StoryTie
{
    /// <summary>Between the first articles of the two: an event is told abroad within days.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromDays(4);

    /// <summary>
    /// What must be shared of the event: a word and a half in both titles, or three in the sentences below. Own pairs (ties.jsonl, tie-pairs.jsonl): two events of
    /// one company share up to 1.45, and of 60 pairs of one event four share less.
    /// </summary>
    private const double LeastEvent = 1.5;

    /// <summary>Half a rare name at least: "France" is in everything. And names and event together must come to this, so that few names want more of the event.</summary>
    private const double LeastWho = 0.5, LeastTogether = 2.5;

    /// <summary>Beyond so many words for what happened (about 120 words of text) long texts share more by chance, and must share more.</summary>
    private const double UsualRoom = 8;

    /// <summary>How strong the tie is, from 1.5 on; null: none.</summary>
    /// <param name="one">Facts of the one.</param>
    /// <param name="other">Facts of the other, in another language.</param>
    /// <param name="gap">Time between their first articles, of either sign.</param>
    public static double? Strength(StoryFacts one, StoryFacts other, TimeSpan gap)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (gap.Duration() > LongestGap) return null;
        var shared = TieEvidence.Of(one, other);
        var isEvent = shared.Who >= LeastWho && shared.Event >= LeastEvent * Math.Max(1, shared.Room / UsualRoom) && shared.Event + shared.Who >= LeastTogether;
        return isEvent ? shared.Event : null;
    }
}
