using System.Text.RegularExpressions;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Quotes;
using Aggregator.Curation.Text;

namespace Aggregator.Curation.Checks;

/// <summary>Words the house writes its own way; not in quotes, which are others' words. Pure.</summary>
internal static class GlossaryCheck
{
    public static Check Check { get; } = new(
        Of,
        [
            new(FindingKind.Glossary, "Mots de la maison", "House words") { IsMechanical = true },
        ]);

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
