using System.Globalization;
using Aggregator.Reading.Stories;

namespace Aggregator.Curation.Candidates;

/// <summary>Why a story stands where it stands, in words. Pure.</summary>
public static class CandidateWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR"), English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The reasons of a rank, the strongest first.</summary>
    public static IReadOnlyList<CandidateReason> Of(StoryRank rank, DateTimeOffset now)
    {
        var reasons = new List<CandidateReason> { new(rank.Outlets < 2 ? $"{rank.Outlets}\u00A0média" : $"{rank.Outlets}\u00A0médias", rank.Outlets == 1 ? "1 outlet" : $"{rank.Outlets} outlets") };
        if (rank.ToldAt is { } told) reasons.Add(Told(told, rank.ArticlesSinceTold));
        if (rank.IsOnTopic) reasons.Add(OnTopic);
        if (rank.NewArticles > 0) reasons.Add(new($"{rank.NewArticles}\u00A0article{(rank.NewArticles < 2 ? "" : "s")} depuis hier", $"{rank.NewArticles} article{(rank.NewArticles == 1 ? "" : "s")} since yesterday"));
        if (rank.CopyingOutlets > 0) reasons.Add(new($"recopié par {rank.CopyingOutlets}", $"copied by {rank.CopyingOutlets}"));
        if (rank.Languages.Count > 1) reasons.Add(new("en plusieurs langues", "in several languages"));
        if (rank.Newest is { } newest && now - newest > TimeSpan.FromDays(7)) reasons.Add(new($"il y a {(int)(now - newest).TotalDays}\u00A0jours", $"{(int)(now - newest).TotalDays} days ago"));
        return reasons;
    }

    /// <summary>It is about what the publication is about.</summary>
    public static CandidateReason OnTopic { get; } = new("dans vos sujets", "on your topics");

    /// <summary>"Already told on 14 February", and whether it goes on.</summary>
    public static CandidateReason Told(DateTimeOffset day, int since) => new(
        $"déjà racontée le {day.ToString("d MMMM", French)}{(since == 0 ? "\u00A0: ce serait une redite" : since == 1 ? ", un article depuis" : $", {since}\u00A0articles depuis")}",
        $"already told on {day.ToString("d MMMM", English)}{(since == 0 ? ": it would be a repeat" : since == 1 ? ", one article since" : $", {since} articles since")}");
}
