using Aggregator.Reading.Stories;

namespace Aggregator.Curation;

/// <summary>Why a story stands where it stands, in words. Pure.</summary>
internal static class CandidateWords
{
    public static IReadOnlyList<CandidateReason> Of(StoryRank rank, DateTimeOffset now)
    {
        var reasons = new List<CandidateReason> { new(rank.Outlets < 2 ? $"{rank.Outlets}\u00A0média" : $"{rank.Outlets}\u00A0médias", rank.Outlets == 1 ? "1 outlet" : $"{rank.Outlets} outlets") };
        if (rank.NewArticles > 0) reasons.Add(new($"{rank.NewArticles}\u00A0article{(rank.NewArticles < 2 ? "" : "s")} depuis hier", $"{rank.NewArticles} article{(rank.NewArticles == 1 ? "" : "s")} since yesterday"));
        if (rank.CopyingOutlets > 0) reasons.Add(new($"recopié par {rank.CopyingOutlets}", $"copied by {rank.CopyingOutlets}"));
        if (rank.Languages.Count > 1) reasons.Add(new("en plusieurs langues", "in several languages"));
        if (rank.Newest is { } newest && now - newest > TimeSpan.FromDays(7)) reasons.Add(new($"il y a {(int)(now - newest).TotalDays}\u00A0jours", $"{(int)(now - newest).TotalDays} days ago"));
        return reasons;
    }
}
