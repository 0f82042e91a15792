using System.Globalization;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;

namespace Aggregator.Publishing;

/// <summary>The few words that stand around an issue's own text, in its language, with the spaces French typography asks for.</summary>
public sealed record EditionWords(
    CultureInfo Culture, string NumberSign, string Colon, string Issue, string InThisIssue, string Read, string ReadOnWeb, string ReadIssueOnWeb,
    string WhyYou, string Unsubscribe)
{
    private static readonly EditionWords French = new(
        CultureInfo.GetCultureInfo("fr-FR"), "n°\u00A0", "\u00A0:", "Numéro", "Dans ce numéro", "À lire\u00A0:", "Lire sur le web",
        "Lire le numéro sur le web", "Vous recevez ce courriel parce que vous avez confirmé votre abonnement.", "Me désabonner");

    private static readonly EditionWords English = new(
        CultureInfo.GetCultureInfo("en-GB"), "no. ", ":", "Issue", "In this issue", "Read:", "Read on the web",
        "Read the issue on the web", "You receive this mail because you confirmed your subscription.", "Unsubscribe");

    public static EditionWords Of(string language) => language == "fr" ? French : English;

    /// <summary>"1 source", "4 sources": the same in both languages.</summary>
    public string Sources(int number) => $"{number.ToString(Culture)}\u00A0{(number < 2 ? "source" : "sources")}";

    /// <summary>The same in both languages.</summary>
    public string Image => "Image";

    /// <summary>What a change after sending is called.</summary>
    public string Correction(RevisionCause cause) => (cause, Culture.TwoLetterISOLanguageName) switch
    {
        (RevisionCause.Retraction, "fr") => "Retrait",
        (RevisionCause.Retraction, _) => "Retraction",
        (RevisionCause.RightOfReply, "fr") => "Droit de réponse",
        (RevisionCause.RightOfReply, _) => "Right of reply",
        (RevisionCause.TypoFix, "fr") => "Coquille",
        (RevisionCause.TypoFix, _) => "Misprint",
        _ => "Erratum",
    };

    /// <summary>"7 mars 2025", "7 March 2025".</summary>
    public string ShortDate(DateTimeOffset date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>"vendredi 7 mars 2025", "Friday 7 March 2025".</summary>
    public string Date(DateTimeOffset date) => date.ToString("dddd d MMMM yyyy", Culture);
}
