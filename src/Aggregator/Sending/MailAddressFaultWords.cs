namespace Aggregator.Sending;

/// <summary>What is wrong with a typed address, and what to do, in one sentence.</summary>
public static class MailAddressFaultWords
{
    /// <param name="fault">What <see cref="MailAddressSyntax"/> found.</param>
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(MailAddressFault fault, string language) => language == "fr" ? French(fault) : English(fault);

    private static string English(MailAddressFault fault) => fault switch
    {
        MailAddressFault.None => "",
        MailAddressFault.Empty => "Type an e-mail address.",
        MailAddressFault.TooLong => "This is longer than an e-mail address can be: check it.",
        MailAddressFault.Incomplete => "An e-mail address looks like anne@example.org: something is missing.",
        MailAddressFault.NotOneAddress => "Type one e-mail address alone, like anne@example.org.",
        MailAddressFault.NonAsciiLocalPart => "Before the @ only unaccented letters are possible: most mail servers cannot deliver others.",
        MailAddressFault.LocalPart => "What stands before the @ cannot be used: check it for spaces, quotation marks and dots.",
        MailAddressFault.Domain => "What follows the @ is not a mail domain: check it, it looks like example.org.",
        _ => $"Unknown fault {fault}.",
    };

    private static string French(MailAddressFault fault) => fault switch
    {
        MailAddressFault.None => "",
        MailAddressFault.Empty => "Saisissez une adresse électronique.",
        MailAddressFault.TooLong => "C’est plus long que ne peut l’être une adresse électronique : vérifiez-la.",
        MailAddressFault.Incomplete => "Une adresse électronique ressemble à anne@example.org : il manque quelque chose.",
        MailAddressFault.NotOneAddress => "Saisissez une seule adresse, sans rien autour, comme anne@example.org.",
        MailAddressFault.NonAsciiLocalPart => "Avant l’arobase, seules les lettres sans accent sont possibles : la plupart des serveurs ne distribuent pas les autres.",
        MailAddressFault.LocalPart => "Ce qui précède l’arobase ne convient pas : vérifiez les espaces, les guillemets et les points.",
        MailAddressFault.Domain => "Ce qui suit l’arobase n’est pas un domaine de messagerie : vérifiez-le, il ressemble à example.org.",
        _ => $"Défaut inconnu {fault}.",
    };
}
