using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>States, verbs and causes, in the reader's language.</summary>
internal static class IssueStateWords
{
    public static string Of(IssueState state, Visit visit) => state switch
    {
        IssueState.Draft => visit.Say("brouillon", "draft"),
        IssueState.InReview => visit.Say("en relecture", "in review"),
        IssueState.Approved => visit.Say("approuvé", "approved"),
        IssueState.Scheduled => visit.Say("programmé", "scheduled"),
        IssueState.Sending => visit.Say("en cours d’envoi", "being sent"),
        IssueState.Sent => visit.Say("envoyé", "sent"),
        IssueState.Corrected => visit.Say("corrigé", "corrected"),
        _ => visit.Say("abandonné", "cancelled"),
    };

    public static string Verb(string verb, Visit visit) => verb switch
    {
        "submit" => visit.Say("Soumettre à relecture", "Submit for review"),
        "reject" => visit.Say("Renvoyer au brouillon", "Send back to draft"),
        "approve" => visit.Say("Approuver", "Approve"),
        "schedule" => visit.Say("Programmer l’envoi", "Schedule the mail"),
        "cancel" => visit.Say("Abandonner le numéro", "Cancel the issue"),
        "reopen" => visit.Say("Rouvrir", "Reopen"),
        "correct" => visit.Say("Corriger", "Correct"),
        "hold" => visit.Say("Retenu", "Held"),
        "send" => visit.Say("Envoyer", "Send"),
        _ => visit.Say("Envoyé", "Sent"),
    };

    public static string Of(RevisionCause cause, Visit visit) => cause switch
    {
        RevisionCause.Save => visit.Say("enregistré", "saved"),
        RevisionCause.Autosave => visit.Say("enregistré de soi-même", "saved by itself"),
        RevisionCause.Restore => visit.Say("rétabli", "restored"),
        RevisionCause.Removal => visit.Say("supprimé", "removed"),
        RevisionCause.Repair => visit.Say("réparé", "mended"),
        RevisionCause.TypoFix => visit.Say("coquille", "typo fix"),
        RevisionCause.Erratum => "erratum",
        RevisionCause.Retraction => visit.Say("retrait", "retraction"),
        _ => visit.Say("droit de réponse", "right of reply"),
    };
}
