using Aggregator.Curation.Checks;
using Aggregator.Web.Host;

namespace Aggregator.Web.Shared;

/// <summary>What checks are called, in the reader's language.</summary>
internal static class CheckNames
{
    public static string Of(FindingKind kind, Visit visit) => kind switch
    {
        FindingKind.QuoteDiffers => visit.Say("Citation infidèle", "Quote differs from its source"),
        FindingKind.QuoteLiberty => visit.Say("Citation adaptée, et comment", "Quote adapted, and how"),
        FindingKind.QuoteWithoutEvidence => visit.Say("Citation sans preuve", "Quote without evidence"),
        FindingKind.QuoteUnbound => visit.Say("Guillemets sans source liée", "Quotation marks bound to no source"),
        FindingKind.QuoteUncredited => visit.Say("Citation sans crédit", "Quote without credit"),
        FindingKind.QuoteTooLong => visit.Say("Citation plus longue que les droits", "Quote longer than the rights"),
        FindingKind.ArticleChanged => visit.Say("Article changé depuis la citation", "Article changed since quoted"),
        FindingKind.CloseParaphrase => visit.Say("Paraphrase trop proche", "Close paraphrase"),
        FindingKind.ParagraphWithoutCredit => visit.Say("Paragraphe sans crédit", "Paragraph without credit"),
        FindingKind.SectionWithoutCredit => visit.Say("Section sans crédit", "Section without credit"),
        FindingKind.OneVoice => visit.Say("Section sur une seule voix", "Section resting on one voice"),
        FindingKind.LinkDead => visit.Say("Lien mort", "Dead link"),
        FindingKind.LinkRedirected => visit.Say("Lien redirigé", "Redirected link"),
        FindingKind.LinkRepeated => visit.Say("Lien répété", "Repeated link"),
        FindingKind.ToldBefore => visit.Say("Histoire déjà racontée", "Story told before"),
        FindingKind.Embargo => visit.Say("Embargo", "Embargo"),
        FindingKind.ImageAlt => visit.Say("Image sans texte de remplacement", "Image without alt text"),
        FindingKind.ImageCredit => visit.Say("Image sans crédit", "Image without credit"),
        FindingKind.ImageRights => visit.Say("Image sans droits", "Image without rights"),
        FindingKind.Glossary => visit.Say("Mots de la maison", "House words"),
        FindingKind.NoBreakSpace => visit.Say("Espaces insécables", "No-break spaces"),
        FindingKind.QuotationMarks => visit.Say("Guillemets", "Quotation marks"),
        FindingKind.Apostrophe => "Apostrophes",
        FindingKind.Ellipsis => visit.Say("Points de suspension", "Ellipses"),
        FindingKind.GluedWords => visit.Say("Mots collés", "Glued words"),
        FindingKind.DoubleSpace => visit.Say("Doubles espaces", "Double spaces"),
        FindingKind.LongSentence => visit.Say("Phrase de plus de 60 mots", "Sentence over 60 words"),
        FindingKind.NoSignOff => visit.Say("Section sans formule de fin", "Section without sign-off"),
        FindingKind.MailSize => visit.Say("Courriel trop lourd", "Mail too large"),
        FindingKind.NameUnknown => visit.Say("Nom absent des sources", "Name in no source"),
        FindingKind.NumberUnknown => visit.Say("Nombre absent des sources", "Number in no source"),
        FindingKind.DateUnknown => visit.Say("Date absente des sources", "Date in no source"),
        FindingKind.WeekdayWrong => visit.Say("Jour de la semaine faux", "Wrong weekday"),
        FindingKind.NoTitle => visit.Say("Numéro sans titre", "Issue without title"),
        FindingKind.NoIntro => visit.Say("Numéro sans introduction", "Issue without introduction"),
        FindingKind.NoSections => visit.Say("Numéro sans section", "Issue without sections"),
        FindingKind.CheckGivenUp => visit.Say("Contrôle abandonné", "Check given up"),
        _ => visit.Say("Section vide", "Empty section"),
    };
}
