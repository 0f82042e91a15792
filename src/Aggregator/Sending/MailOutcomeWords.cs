namespace Aggregator.Sending;

/// <summary>What came of an attempt to send, and what to do about it, in one sentence.</summary>
public static class MailOutcomeWords
{
    /// <param name="outcome">The outcome of the attempt.</param>
    /// <param name="language"><c>fr</c> for French; anything else is English.</param>
    public static string Say(MailOutcome outcome, string language) => language == "fr" ? French(outcome) : English(outcome);

    private static string English(MailOutcome outcome) => outcome.Result switch
    {
        MailResult.HandedOver => "Handed over.",
        MailResult.AlreadyThere => "Handed over by an earlier attempt.",
        MailResult.Unwritable => $"This mail cannot be sent: {outcome.Detail}",
        MailResult.DiskFull => $"No space is left for outgoing mail ({outcome.Detail}): free some, then resume the send.",
        MailResult.NoRights => $"Outgoing mail may not be written ({outcome.Detail}): give this user the rights, then resume the send.",
        MailResult.TransportFault => $"Outgoing mail cannot be handed over ({outcome.Detail}): put that right, then resume the send.",
        _ => $"Unknown outcome {outcome.Result} ({outcome.Detail}).",
    };

    private static string French(MailOutcome outcome) => outcome.Result switch
    {
        MailResult.HandedOver => "Remis.",
        MailResult.AlreadyThere => "Déjà remis lors d’une tentative précédente.",
        MailResult.Unwritable => $"Ce courriel ne peut pas être envoyé : {outcome.Detail}",
        MailResult.DiskFull => $"Il n’y a plus de place pour le courrier sortant ({outcome.Detail}) : libérez-en, puis reprenez l’envoi.",
        MailResult.NoRights => $"Le courrier sortant ne peut pas être écrit ({outcome.Detail}) : donnez-en le droit à cet utilisateur, puis reprenez l’envoi.",
        MailResult.TransportFault => $"Le courrier sortant ne peut pas être remis ({outcome.Detail}) : corrigez cela, puis reprenez l’envoi.",
        _ => $"Résultat inconnu {outcome.Result} ({outcome.Detail}).",
    };
}
