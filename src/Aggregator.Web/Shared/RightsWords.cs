using System.Globalization;
using Aggregator.Sources;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>A rights card in sentences, for who is about to quote.</summary>
internal static class RightsWords
{
    /// <param name="words">Words of the article: of a share it is said how many that is.</param>
    public static IReadOnlyList<string> Of(RightsCard card, int words, Visit visit)
    {
        var terms = new List<string>();
        if (card.Licence is { } licence) terms.Add(licence);
        if (card.LongestQuote is { } longest) terms.Add(visit.Say($"Une citation compte {visit.Figure(longest)} mots au plus.", $"A quote has {visit.Figure(longest)} words at the most."));
        if (card.LargestShare is { } share)
        {
            var (percent, most) = ((share * 100).ToString("0.#", CultureInfo.GetCultureInfo(visit.IsFrench ? "fr-FR" : "en-GB")), (int)(share * words));
            terms.Add(visit.Say($"On cite {percent} % de l’article au plus : {visit.Figure(most)} mots.", $"At most {percent} % of the article is quoted: {visit.Figure(most)} words."));
        }

        if (card.Images is { } images) terms.Add(visit.Say($"Images : {images}", $"Images: {images}"));
        if (card.ReservesMining) terms.Add(visit.Say("La fouille de textes et de données est réservée.", "Text and data mining is reserved."));
        return terms;
    }
}
