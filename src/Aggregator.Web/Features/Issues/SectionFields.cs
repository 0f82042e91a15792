using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Web.Host;

namespace Aggregator.Web.Features.Issues;

/// <summary>A section's fields as a form holds them.</summary>
/// <param name="SignOff">Null leaves it as it is, as do kind and owner.</param>
public sealed record SectionFields(string Heading, string Text, string? SignOff = null, string? Kind = null, int? Owner = null)
{
    private const int MaxText = 50_000;

    public static SectionFields Of(Section section) => new(section.Title, SectionText.Write(section.Blocks), SectionText.Write(section.SignOff), section.Kind ?? "", section.OwnerId ?? 0);

    /// <summary>What is too long to be read; the rest is for <see cref="SectionRules"/> to judge.</summary>
    public string? Problem(Visit visit) => Text.Length > MaxText || SignOff?.Length > 2000
        ? visit.Say("Le texte d’une section compte 50 000 caractères au plus, sa formule de fin 2 000.", "A section’s text has 50,000 characters at the most, its sign-off 2,000.") : null;

    /// <summary>The text and the sign-off, read.</summary>
    public SectionReading Read()
    {
        var (text, signOff) = (SectionText.Read(Text), SectionText.Read(SignOff));
        return new(text.Blocks, [.. text.Faults, .. signOff.Faults], [.. text.Marks, .. signOff.Marks]);
    }

    public void Apply(Section section)
    {
        section.Title = Heading;
        section.Blocks = [.. SectionText.Read(Text).Blocks];
        if (SignOff is not null) section.SignOff = [.. SectionText.Read(SignOff).Blocks.SelectMany(block => block.AllSpans)];
        if (Kind is not null) section.Kind = Kind.Length == 0 ? null : Kind;
        if (Owner is not null) section.OwnerId = Owner == 0 ? null : Owner;
    }

    public IReadOnlyList<ComparedField> Compare(SectionFields stored, Visit visit) =>
    [
        new("heading", visit.Say("Titre", "Title"), stored.Heading, Heading, 1), new("text", visit.Say("Texte", "Text"), stored.Text, Text, 14),
        new("signOff", visit.Say("Formule de fin", "Sign-off"), stored.SignOff ?? "", SignOff ?? stored.SignOff ?? "", 2),
    ];
}
