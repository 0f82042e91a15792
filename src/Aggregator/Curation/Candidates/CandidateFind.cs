using System.Globalization;

namespace Aggregator.Curation.Candidates;

/// <summary>How strong an article is that nobody else has. Pure.</summary>
internal static class CandidateFind
{
    /// <summary>A shorter text is a brief.</summary>
    public const int LeastWords = 250;

    public static (Candidate, IReadOnlyList<int>) Of(CandidateArticle article, DateTimeOffset now, TimeSpan halfLife)
    {
        var reasons = new List<CandidateReason> { new($"{article.Name} seul le raconte", $"{article.Name} alone tells it") };
        // A long text took somebody days; signed, somebody answers for it; the team's star is the team's word.
        var strength = Math.Log2(1 + article.Words / (double)LeastWords) * article.Weight;
        reasons.Add(new(
            string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{article.Words:N0}\u00A0mots"), string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{article.Words:N0} words")));
        if (article.IsSigned)
        {
            strength *= 1.2;
            reasons.Add(new("signé", "signed"));
        }

        if (article.IsStarred)
        {
            strength *= 2;
            reasons.Add(new("étoilé par l’équipe", "starred by the team"));
        }

        var freshness = Math.Pow(0.5, Math.Max(0, (now - article.Time) / halfLife));
        return (
            new(CandidateKind.Find, article.Id, article.Title, article.Excerpt, article.Language, article.Time, strength * freshness, reasons, [], null, IsCarried: false, IsDismissed: false, IsUnseen: true),
            [article.Id]);
    }
}
