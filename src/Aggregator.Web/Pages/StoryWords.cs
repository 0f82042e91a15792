using Aggregator.Reading.Stories;

namespace Aggregator.Web.Pages;

/// <summary>The reasons of a story's rank, in words.</summary>
internal static class StoryWords
{
    public static IEnumerable<string> Reasons(StoryRank rank, Visit visit)
    {
        yield return Outlets(rank.Outlets, visit);
        if (rank.NewArticles > 0)
        {
            var since = visit.ShortTime(rank.NewSince);
            yield return visit.Count(rank.NewArticles, ("arrivée depuis ", "arrivées depuis "), ("new since ", "new since ")) + since;
        }

        if (rank.CopyingOutlets > 0)
            yield return visit.Count(rank.CopyingOutlets, ("autre média le recopie", "autres médias le recopient"), ("more outlet copies it", "more outlets copy it"));
        if (rank.Languages.Count > 1)
            yield return visit.Say("en ", "in ") + string.Join(visit.Say(" et ", " and "), rank.Languages.Select(tag => visit.IsFrench ? LanguageName.Of(tag, visit).ToLowerInvariant() : LanguageName.Of(tag, visit)));
    }

    public static string Outlets(int outlets, Visit visit) => visit.Count(outlets, ("média", "médias"), ("outlet", "outlets"));

    public static string Copies(int copies, Visit visit) => visit.Count(copies, ("copie repliée", "copies repliées"), ("copy folded", "copies folded"));
}
