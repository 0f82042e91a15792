using Aggregator.Reading.Text;

namespace Aggregator.Sources;

/// <summary>What went wrong at a visit, and what to do about it, in one sentence.</summary>
public static class PollErrorWords
{
    /// <param name="error">The error of the visit.</param>
    /// <param name="detail">What the sentence names: a status, an address, a size.</param>
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(PollError error, string? detail, string language) =>
        language == "fr" ? FrenchTypography.Space(French(error, detail)) : English(error, detail);

    private static string English(PollError error, string? detail) => error switch
    {
        PollError.None => "",
        PollError.BadAddress => $"“{detail}” is not an http or https address: correct it.",
        PollError.NotPublic => $"{detail} is a private address: allow its network in Fetching:AllowedPrivateNetworks if you trust it.",
        PollError.UnknownHost => $"No server has the name {detail}: check the address.",
        PollError.Unreachable => $"The server does not answer ({detail}): we try again by ourselves.",
        PollError.Timeout => $"The server took more than {detail}: we try again by ourselves.",
        PollError.TooLarge => $"The answer is larger than {detail}: follow a smaller feed of this site.",
        PollError.Tls => $"No safe connection is possible ({detail}): the site must renew its certificate.",
        PollError.HttpStatus => $"The server answered {detail}: check that the address still opens in a browser.",
        PollError.TooManyRedirects => $"The address leads in a circle ({detail}): look for the site’s new address.",
        PollError.EmptyBody => "The answer was empty: we try again by ourselves.",
        PollError.NotAFeed => "The address gives a web page that names no feed: look for the site’s feed and follow that.",
        PollError.Unreadable => $"The answer cannot be read as a feed ({detail}): tell the site.",
        PollError.BrokenAnswer => $"The server’s answer broke off ({detail}): we try again by ourselves.",
        PollError.Gone => "The site says that this feed is gone for good: it is no longer visited.",
        PollError.AskedToWait => $"The server asks us to wait ({detail}): we do.",
        PollError.PageNamesFeed => $"The address gives a web page; its feed is {detail}: follow that instead.",
        PollError.NoArticle => "The page holds no article text that we can read: open the original.",
        PollError.BadPort => $"{detail} is no port of the web: add it to Fetching:Ports if you trust it.",
        PollError.RobotsForbid => $"The site’s robots.txt asks programs not to read {detail}: open it in a browser, or follow the site’s feed.",
        PollError.EmptyPage => "The page shows neither articles nor links to any (it may be made for scripts): look for the site’s feed or sitemap and follow that.",
        PollError.RobotsUnread => $"The site’s robots.txt cannot be read ({detail}), so its pages are left alone: we try again by ourselves.",
        PollError.NameUnanswered => $"The name service does not answer for {detail}: we try again by ourselves.",
        PollError.Interrupted => "The visit was interrupted: it starts again by itself.",
        _ => $"Unknown fault {error} ({detail}).",
    };

    private static string French(PollError error, string? detail) => error switch
    {
        PollError.None => "",
        PollError.BadAddress => $"« {detail} » n’est pas une adresse http ou https : corrigez-la.",
        PollError.NotPublic => $"{detail} est une adresse privée : si vous lui faites confiance, ajoutez son réseau à Fetching:AllowedPrivateNetworks.",
        PollError.UnknownHost => $"Aucun serveur ne porte le nom {detail} : vérifiez l’adresse.",
        PollError.Unreachable => $"Le serveur ne répond pas ({detail}) : nous réessayons de nous-mêmes.",
        PollError.Timeout => $"Le serveur a mis plus de {detail} : nous réessayons de nous-mêmes.",
        PollError.TooLarge => $"La réponse dépasse {detail} : suivez un flux plus petit de ce site.",
        PollError.Tls => $"Aucune connexion sûre n’est possible ({detail}) : le site doit renouveler son certificat.",
        PollError.HttpStatus => $"Le serveur a répondu {detail} : vérifiez que l’adresse s’ouvre encore dans un navigateur.",
        PollError.TooManyRedirects => $"L’adresse tourne en rond ({detail}) : cherchez la nouvelle adresse du site.",
        PollError.EmptyBody => "La réponse était vide : nous réessayons de nous-mêmes.",
        PollError.NotAFeed => "L’adresse donne une page qui n’annonce aucun flux : cherchez le flux du site et suivez-le.",
        PollError.Unreadable => $"La réponse ne se lit pas comme un flux ({detail}) : prévenez le site.",
        PollError.BrokenAnswer => $"La réponse du serveur s’est interrompue ({detail}) : nous réessayons de nous-mêmes.",
        PollError.Gone => "Le site dit que ce flux a disparu pour de bon : il n’est plus visité.",
        PollError.AskedToWait => $"Le serveur demande d’attendre ({detail}) : nous attendons.",
        PollError.PageNamesFeed => $"L’adresse donne une page ; son flux est {detail} : suivez plutôt celui-ci.",
        PollError.NoArticle => "La page ne contient pas de texte d’article lisible : ouvrez l’original.",
        PollError.BadPort => $"{detail} n’est pas un port du web : si vous lui faites confiance, ajoutez-le à Fetching:Ports.",
        PollError.RobotsForbid => $"Le robots.txt du site demande aux programmes de ne pas lire {detail} : ouvrez-le dans un navigateur, ou suivez le flux du site.",
        PollError.EmptyPage => "La page ne montre ni articles ni liens vers des articles (elle est peut-être faite pour des scripts) : cherchez le flux ou le plan du site et suivez-le.",
        PollError.RobotsUnread => $"Le robots.txt du site ne se lit pas ({detail}), donc ses pages attendent : nous réessayons de nous-mêmes.",
        PollError.NameUnanswered => $"Le service de noms ne répond pas pour {detail} : nous réessayons de nous-mêmes.",
        PollError.Interrupted => "La visite a été interrompue : elle reprend d’elle-même.",
        _ => $"Défaut inconnu {error} ({detail}).",
    };
}
