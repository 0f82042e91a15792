using Aggregator.Curation.Candidates;
using Aggregator.Reading.Stories;
using Aggregator.Stories;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;

namespace Aggregator.Web.Features.Stories;

/// <summary>The reasons of a story's rank, in words.</summary>
internal static class StoryWords
{
    public static IEnumerable<string> Reasons(StoryRank rank, Visit visit)
    {
        yield return Outlets(rank.Outlets, visit);
        if (rank.ToldAt is { } told) yield return CandidateWords.Told(told, rank.ArticlesSinceTold).Say(visit.Language);
        if (rank.IsOnTopic) yield return CandidateWords.OnTopic.Say(visit.Language);
        if (rank.NewArticles > 0)
        {
            var since = visit.ShortTime(rank.NewSince);
            yield return visit.Count(rank.NewArticles, ("arrivée depuis ", "arrivées depuis "), ("new since ", "new since ")) + since;
        }

        if (rank.CopyingOutlets > 0)
            yield return visit.Count(rank.CopyingOutlets, ("autre média le recopie", "autres médias le recopient"), ("more outlet copies it", "more outlets copy it"));
        if (rank.Languages.Count > 1)
            yield return visit.Say("en ", "in ") + string.Join(visit.Say(" et ", " and "), rank.Languages.Select(tag => LanguageName.Within(tag, visit)));
    }

    /// <summary>What an editor did, who and when.</summary>
    public static string Of(StoryMove move, Visit visit)
    {
        var what = move.Kind switch
        {
            StoryMoveKind.Merge => visit.Say("Réunie avec une autre histoire", "Merged with another story"),
            StoryMoveKind.Split => visit.Say("Des articles en sont séparés", "Articles were split off"),
            StoryMoveKind.Remove => visit.Say("Un article en est retiré", "An article was taken out"),
            StoryMoveKind.Pin => visit.Say("Épinglée en tête", "Pinned on top"),
            _ => visit.Say("Écartée du bureau", "Dismissed from the desk"),
        };
        return $"{what}{(move.By is null ? "" : visit.Say($" par {move.By}", $" by {move.By}"))}, {visit.ShortTime(move.At)}.";
    }

    /// <summary>"7 copies, 3 differ".</summary>
    public static string Copies(int copies, int differing, Visit visit) => visit.Count(copies, ("copie", "copies"), ("copy", "copies"))
        + (differing == 0 ? "" : visit.Say($", dont {differing} {(differing == 1 ? "différente" : "différentes")}", $", {differing} {(differing == 1 ? "differs" : "differ")}"));

    public static string Outlets(int outlets, Visit visit) => visit.Count(outlets, ("média", "médias"), ("outlet", "outlets"));

    public static string Copies(int copies, Visit visit) => visit.Count(copies, ("copie repliée", "copies repliées"), ("copy folded", "copies folded"));
}
