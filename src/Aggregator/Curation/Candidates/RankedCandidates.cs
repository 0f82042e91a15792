using Aggregator.Curation.Issues;
using Aggregator.Reading.Stories;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Curation.Candidates;

/// <summary>Something an issue could tell: a story, or a find.</summary>
/// <param name="Kind">Story or find.</param>
/// <param name="Id">Of the story, or of the article.</param>
/// <param name="Score">Within its kind; the list keeps room for both.</param>
/// <param name="Reasons">Why it stands where it stands.</param>
/// <param name="UsedIn">Where it was told or put aside.</param>
/// <param name="TakenBy">Account of who has taken it.</param>
/// <param name="IsCarried">It lies in the tray from last week.</param>
/// <param name="IsUnseen">The caller has opened none of its articles.</param>
public sealed record Candidate(
    CandidateKind Kind, int Id, string Title, string? Lead, string? Language, DateTimeOffset LatestAt, double Score, IReadOnlyList<CandidateReason> Reasons, IReadOnlyList<CandidateUse> UsedIn,
    int? TakenBy, bool IsCarried, bool IsDismissed, bool IsUnseen);

/// <summary>A reason, in both languages.</summary>
public sealed record CandidateReason(string French, string English)
{
    public string Say(string language) => language == "fr" ? French : English;
}

/// <summary>"Used in issue N, section M".</summary>
/// <param name="IsCited">Its articles are credited or quoted; else they only lie on the pad.</param>
public sealed record CandidateUse(Guid Issue, int Number, Guid Section, int Position, string Heading, bool IsCited);

/// <summary>What an issue could tell: the stories and finds of four weeks, and what last week left over.</summary>
public static class RankedCandidates
{
    /// <summary>How far back: issue 002 told what was three weeks old.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(28);

    /// <summary>Older news loses half its weight in a week here: on the desk it is two days, but an issue looks back.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(7);

    private const int Considered = 600;

    /// <summary>A find stands after this many stories, however many outlets tell those.</summary>
    private const int StoriesForAFind = 3;

    /// <param name="account">For whom unseen is said.</param>
    public static async Task<IReadOnlyList<Candidate>> OfAsync(AggregatorDb db, int publicationId, int account, DateTimeOffset now, CancellationToken stop)
    {
        var notes = (await db.CandidateNotes.AsNoTracking().Where(note => note.PublicationId == publicationId).ToListAsync(stop)).ToDictionary(note => (note.Kind, note.TargetId));
        var stories = await CandidateReading.StoriesAsync(db, now - Window, Considered, stop);
        var seen = (await db.ArticleGlances.Where(glance => glance.AccountId == account && glance.SeenAt != null).Select(glance => glance.ArticleId).ToListAsync(stop)).ToHashSet();
        var uses = await CandidateReading.UsesAsync(db, publicationId, stop);
        var carried = uses.LeftOver();
        var house = await db.Publications.AsNoTracking().Where(publication => publication.Id == publicationId).Select(publication => publication.House).FirstOrDefaultAsync(stop);
        var topics = (house?.Topics ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = stories.Where(story => story.Members.Count > 1).Select(story => Story(story, uses.ToldAt([.. story.Members.Select(member => member.Id)]), topics, now)).ToList();
        var finds = stories.Where(story => story.Members is [{ IsWhole: true, Words: >= CandidateFind.LeastWords }]).Select(story => CandidateFind.Of(story.Members[0], now, HalfLife)).ToList();
        return Mixed(
            [.. told.Select(Known).OrderByDescending(candidate => candidate.IsCarried).ThenByDescending(candidate => candidate.Score)],
            [.. finds.Select(Known).OrderByDescending(candidate => candidate.IsCarried).ThenByDescending(candidate => candidate.Score)]);

        Candidate Known((Candidate Candidate, IReadOnlyList<int> Articles) found)
        {
            var note = notes.GetValueOrDefault((found.Candidate.Kind, found.Candidate.Id));
            var isCarried = note?.CarriedAt is not null || found.Articles.Any(carried.Contains);
            return found.Candidate with
            {
                UsedIn = uses.Of(found.Candidate, found.Articles), TakenBy = note?.TakenById, IsCarried = isCarried, IsDismissed = note?.DismissedAt is not null,
                IsUnseen = !found.Articles.Any(seen.Contains),
                Reasons = isCarried ? [new("reporté de la semaine passée", "carried over from last week"), .. found.Candidate.Reasons] : found.Candidate.Reasons,
            };
        }
    }

    private static (Candidate, IReadOnlyList<int>) Story(CandidateStory story, DateTimeOffset? toldAt, IReadOnlySet<string> topics, DateTimeOffset now)
    {
        var rank = StoryScore.Of([.. story.Members.Select(member => new StoryArticle(member.Outlet, member.Time, member.Language, member.Weight, member.IsCopy, member.Topics.Any(topics.Contains)))], now, now.AddHours(-24), HalfLife, toldAt);
        return (
            new(
                CandidateKind.Story, story.Id, story.Headline, story.Lead, story.Language, story.LastAt, rank.Score, CandidateWords.Of(rank, now), [], null, IsCarried: false, IsDismissed: false, IsUnseen: true),
            [.. story.Members.Select(member => member.Id)]);
    }

    /// <summary>Three stories, then a find, and so on; what was dismissed stands last.</summary>
    private static IReadOnlyList<Candidate> Mixed(IReadOnlyList<Candidate> stories, IReadOnlyList<Candidate> finds)
    {
        var mixed = new List<Candidate>(stories.Count + finds.Count);
        var (left, right) = (stories.Where(one => !one.IsDismissed).ToList(), finds.Where(one => !one.IsDismissed).ToList());
        for (int story = 0, find = 0; story < left.Count || find < right.Count;)
        {
            if (find < right.Count && (story == left.Count || story / StoriesForAFind > find)) mixed.Add(right[find++]);
            else mixed.Add(left[story++]);
        }

        return [.. mixed, .. stories.Concat(finds).Where(one => one.IsDismissed)];
    }
}
