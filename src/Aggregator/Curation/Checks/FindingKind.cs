namespace Aggregator.Curation.Checks;

/// <summary>What a check can find.</summary>
public enum FindingKind
{
    QuoteDiffers = 1,
    QuoteLiberty,
    QuoteWithoutEvidence,
    QuoteUnbound,
    QuoteUncredited,
    QuoteTooLong,
    ArticleChanged,
    CloseParaphrase,
    ParagraphWithoutCredit,
    SectionWithoutCredit,
    OneVoice,
    LinkDead,
    LinkRedirected,
    LinkRepeated,
    ToldBefore,
    Embargo,
    ImageAlt,
    ImageCredit,
    ImageRights,
    Glossary,
    NoBreakSpace,
    QuotationMarks,
    Apostrophe,
    Ellipsis,
    GluedWords,
    DoubleSpace,
    LongSentence,
    NoSignOff,
    MailSize,
    NameUnknown,
    NumberUnknown,
    DateUnknown,
    WeekdayWrong,

    // What no issue is approved without.
    NoTitle,
    NoIntro,
    NoSections,
    EmptySection,

    // What a publication cannot switch off either: nobody is to think that nothing was found.
    CheckGivenUp,
}
