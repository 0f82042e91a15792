using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Images that do not say what they show, whose they are, or why they may be shown. Pure.</summary>
internal static class ImageChecks
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.ImageAlt, "Image sans texte de remplacement", "Image without alt text", Severity.Block),
            new(FindingKind.ImageCredit, "Image sans crédit", "Image without credit", Severity.Block),
            new(FindingKind.ImageRights, "Image sans droits", "Image without rights", Severity.Block),
        ]);

    public static IEnumerable<Finding> Of(ReviewMaterial material) => material.Sections.SelectMany(TextUnit.Of).Where(unit => unit.Content.Image is not null).SelectMany(Of);

    private static IEnumerable<Finding> Of(TextUnit unit)
    {
        var image = unit.Content.Image!;
        if (!image.IsDecorative && string.IsNullOrWhiteSpace(image.Alt))
            yield return new(FindingKind.ImageAlt, Severity.Warn, unit.Whole, $"L’image {image.Url} n’a pas de texte de remplacement et n’est pas dite décorative.", $"Image {image.Url} has no alt text and is not called decorative.") { Theirs = image.Url };
        if (string.IsNullOrWhiteSpace(image.Credit))
            yield return new(FindingKind.ImageCredit, Severity.Warn, unit.Whole, $"L’image {image.Url} n’a pas de crédit.", $"Image {image.Url} has no credit.") { Theirs = image.Url };
        if (string.IsNullOrWhiteSpace(image.Rights))
            yield return new(FindingKind.ImageRights, Severity.Warn, unit.Whole, $"Rien ne dit de quel droit l’image {image.Url} est montrée.", $"Nothing says by what right image {image.Url} is shown.") { Theirs = image.Url };
    }
}
