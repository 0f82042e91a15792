using Aggregator.Fetching;
using Aggregator.Reading.Text;
using Aggregator.Sources;

namespace Aggregator.Intake;

/// <summary>Why nothing can be followed at an address, and what to do: to somebody who waits for the answer, not about a source that is visited again.</summary>
public static class DiscoveryWords
{
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(FetchProblem problem, string language) =>
        language == "fr" ? French(problem) is { } french ? FrenchTypography.Space(french) : PollErrorWords.Say(problem.Error, problem.Detail, language)
        : English(problem) ?? PollErrorWords.Say(problem.Error, problem.Detail, language);

    private static string? English(FetchProblem problem) => problem.Error switch
    {
        PollError.BadAddress when problem.Detail is null or "" => "Paste the address of a feed, a page or an account.",
        PollError.Unreachable or PollError.BrokenAnswer => $"The server does not answer ({problem.Detail}): check your network and the address, then look again.",
        PollError.UnknownHost => $"No server has the name {problem.Detail}: check the address, and that this machine is on the network.",
        PollError.Timeout => $"The server took more than {problem.Detail}: look again later.",
        PollError.EmptyBody => "The answer was empty: look again later.",
        PollError.AskedToWait => $"The server asks us to wait ({problem.Detail}): look again in a few minutes.",
        PollError.NotAFeed => "No feed was found here: neither the address nor the page gives one, there is none at the usual places, and the page is no list of articles. Look for “RSS” on the site and paste that address.",
        PollError.Gone => "The site says that this address is gone for good: look for its new one.",
        _ => null,
    };

    private static string? French(FetchProblem problem) => problem.Error switch
    {
        PollError.BadAddress when problem.Detail is null or "" => "Collez l’adresse d’un flux, d’une page ou d’un compte.",
        PollError.Unreachable or PollError.BrokenAnswer => $"Le serveur ne répond pas ({problem.Detail}) : vérifiez votre réseau et l’adresse, puis regardez à nouveau.",
        PollError.UnknownHost => $"Aucun serveur ne porte le nom {problem.Detail} : vérifiez l’adresse, et que cette machine est reliée au réseau.",
        PollError.Timeout => $"Le serveur a mis plus de {problem.Detail} : regardez à nouveau plus tard.",
        PollError.EmptyBody => "La réponse était vide : regardez à nouveau plus tard.",
        PollError.AskedToWait => $"Le serveur demande d’attendre ({problem.Detail}) : regardez à nouveau dans quelques minutes.",
        PollError.NotAFeed => "Aucun flux ici : ni l’adresse ni la page n’en donne, il n’y en a pas aux endroits habituels, et la page n’est pas une liste d’articles. Cherchez « RSS » sur le site et collez cette adresse.",
        PollError.Gone => "Le site dit que cette adresse a disparu pour de bon : cherchez la nouvelle.",
        _ => null,
    };
}
