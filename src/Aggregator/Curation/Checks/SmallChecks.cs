using System.Globalization;
using System.Text.RegularExpressions;
using Aggregator.Curation.Quotes;

namespace Aggregator.Curation.Checks;

/// <summary>Articles that may not be told yet. Pure.</summary>
internal static class EmbargoCheck
{
    public static IEnumerable<Finding> Of(ReviewMaterial material) =>
        from section in material.Sections
        from id in section.Articles
        where material.Articles.TryGetValue(id, out var known) && known.EmbargoUntil > material.AppearsAt
        let article = material.Articles[id]
        select new Finding(
            FindingKind.Embargo, Severity.Warn, TextUnit.Of(section).First().Whole, $"«\u00A0{article.Title}\u00A0» est sous embargo jusqu’au {article.EmbargoUntil!.Value.UtcDateTime.ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("fr-FR"))} UTC.",
            $"“{article.Title}” is under embargo until {article.EmbargoUntil!.Value.UtcDateTime.ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB"))} UTC.") { ArticleId = id };
}

/// <summary>Images that do not say what they show, whose they are, or why they may be shown. Pure.</summary>
internal static class ImageChecks
{
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

/// <summary>Words the house writes its own way; not in quotes, which are others' words. Pure.</summary>
internal static class GlossaryCheck
{
    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        var terms = material.Issue.Publication.House.Glossary.SelectMany(entry => entry.Not.Select(not => (entry.Write, Wrong: new Regex($@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(not)}(?![\p{{L}}\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))).ToList();
        return terms.Count == 0 ? [] : TextUnit.Of(material.Issue).SelectMany(unit => Longest(terms.SelectMany(term => term.Wrong.Matches(unit.Text)
            // "mail" within "courriel, not mail" is found; the right word itself is not.
            .Where(match => !Passage.Of(unit.Content, MarkKind.Quote).Any(quote => quote.Start < match.Index + match.Length && match.Index < quote.End) && match.Value != term.Write)
            .Select(match => (Match: match, term.Write)))).Select(found => Said(unit, found.Match, found.Write)));
    }

    /// <summary>"e-mail", not the "mail" in it.</summary>
    private static IEnumerable<(Match Match, string Write)> Longest(IEnumerable<(Match Match, string Write)> found)
    {
        var kept = new List<(Match Match, string Write)>();
        foreach (var one in found.OrderByDescending(one => one.Match.Length))
            if (!kept.Exists(other => one.Match.Index < other.Match.Index + other.Match.Length && other.Match.Index < one.Match.Index + one.Match.Length)) kept.Add(one);
        return kept.OrderBy(one => one.Match.Index);
    }

    private static Finding Said(TextUnit unit, Match match, string write)
    {
        var instead = char.IsUpper(match.Value[0]) && write.Length > 0 ? char.ToUpperInvariant(write[0]) + write[1..] : write;
        return new(FindingKind.Glossary, Severity.Warn, unit.Place(match.Index, match.Length), $"La maison écrit «\u00A0{write}\u00A0», pas «\u00A0{match.Value}\u00A0».", $"The house writes “{write}”, not “{match.Value}”.")
        {
            Repair = new(match.Index, match.Length, instead),
        };
    }
}

/// <summary>What is too long, and what is missing at an end. Pure.</summary>
internal static class LengthChecks
{
    private const int LongestSentence = 60, LargestMail = 90_000, LargeMail = 60_000;

    public static IEnumerable<Finding> Of(ReviewMaterial material)
    {
        foreach (var unit in TextUnit.Of(material.Issue))
            foreach (var (start, length) in Sentences.Of(unit.Text))
                if (unit.Text.Substring(start, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)) is > LongestSentence and var words)
                    yield return new(FindingKind.LongSentence, Severity.Warn, unit.Place(start, length), $"Cette phrase compte {words} mots.", $"This sentence has {words} words.");
        var needing = material.Issue.Publication.House.Template.Where(part => part.NeedsSignOff).Select(part => part.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var section in material.Sections.Where(section => section.Kind is not null && needing.Contains(section.Kind) && section.SignOff.All(span => string.IsNullOrWhiteSpace(span.Text))))
            yield return new(FindingKind.NoSignOff, Severity.Warn, TextUnit.Of(section).First().Whole, $"La section «\u00A0{section.Title}\u00A0» n’a pas de formule de fin.", $"Section “{section.Title}” has no sign-off.");
        if (material.MailBytes > LargeMail)
            yield return new(
                FindingKind.MailSize, material.MailBytes > LargestMail ? Severity.Block : Severity.Warn, new(null, "issue", null, 0, ""), $"Le courriel pèse {material.MailBytes / 1000}\u00A0ko\u00A0; Gmail le coupe à 102\u00A0ko.",
                $"The mail has {material.MailBytes / 1000} kB; Gmail cuts it at 102 kB.");
    }
}

/// <summary>Cuts a text into sentences. Pure.</summary>
internal static partial class Sentences
{
    public static IEnumerable<(int Start, int Length)> Of(string text)
    {
        var start = 0;
        foreach (Match end in End().Matches(text))
        {
            if (Abbreviated().IsMatch(text[start..end.Index])) continue;
            if (end.Index + 1 > start) yield return (start, end.Index + end.Groups["sign"].Length - start);
            start = end.Index + end.Length;
        }

        if (start < text.Length) yield return (start, text.Length - start);
    }

    [GeneratedRegex(@"(?<sign>[.!?…]+[\s\u00A0\u202F]*[»”)]?)\s+(?=[\p{Lu}«“(\d])|(?<sign>)\n+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"(^|[\s(«“])(M|MM|Mr|Mrs|Ms|Dr|Pr|St|art|p|vol|no|cf|\p{Lu})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviated();
}
