using System.Text.RegularExpressions;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Finds who wrote an entry, by what the entry itself says.</summary>
internal static partial class EntryAuthors
{
    /// <summary>Names, or nothing.</summary>
    public static IReadOnlyList<string> Of(Region region)
    {
        foreach (var box in region.All())
            if (States(box) && (Organisation(box) ?? PersonNames.Of([NameIn(box)])) is { Count: > 0 } stated) return stated;
        if (region.Top.Element.QuerySelector("[itemprop=author] meta[itemprop=name][content], meta[itemprop=author][content]") is { } meta)
            return meta.ParentElement is { } holder && IsOrganisation(holder) ? [Line.Of(meta.GetAttribute("content"))] : PersonNames.Of([meta.GetAttribute("content")!]);
        foreach (var box in region.All())
            if (box.Has(Signals.Byline) && box.Chars is > 2 and < 150 && PersonNames.Byline(Line.Of(PlainText.Of(box)), oneWord: box.Chars < 40) is { Count: > 0 } named) return named;
        foreach (var box in region.All())
            if (box.Chars is > 6 and < 200 && !box.HoldsBlock && (box.Has(Signals.Date | Signals.Byline | Signals.Labels) || EntryDate.IsDateLine(box, dayFirst: true)) && NamedIn(Line.Of(PlainText.Of(box))) is { } within) return [within];
        foreach (var box in region.All())
            if ((box.IsBlock || box.Tag is "i" or "em" or "small" or "span" or "font") && !box.HoldsBlock && box.Chars is > 4 and < 120 && PersonNames.Signed(Line.Of(PlainText.Of(box))) is { Count: > 0 } signed && (signed[0].Contains(' ', StringComparison.Ordinal) || box.Chars < 35)) return signed;
        return [];
    }

    // "Plume et Sel" is one house, not two people.
    private static IReadOnlyList<string>? Organisation(PageBox box) => IsOrganisation(box.Element) && Line.Of(NameIn(box)) is { Length: > 1 } name ? [name] : null;

    private static bool IsOrganisation(AngleSharp.Dom.IElement element) => (element.GetAttribute("itemtype") ?? "").EndsWith("Organization", StringComparison.Ordinal);

    private static bool States(PageBox box) =>
        box.Chars is > 1 and < 150 && (box.Element.GetAttribute("itemprop") == "author" || (box.Element.GetAttribute("rel") ?? "").Split(' ').Contains("author")
            || box.Element.ClassList.Contains("p-author") || (box.Element.ClassList.Contains("fn") && box.Parent?.Element.ClassList.Contains("vcard") == true));

    private static string? NamedIn(string line) =>
        Within().Match(line) is { Success: true } full ? full.Groups["name"].Value : line.Length < 80 && Alone().Match(line) is { Success: true } one ? one.Groups["name"].Value : null;

    // A single word is a name only between marks: "par Sharing · Actualités".
    [GeneratedRegex(@"(?:\A|[·|•–,—-]\s*)(?:[Bb]y|[Pp]ar)\s+(?<name>\p{Lu}[\p{L}'’.-]+)\s*(?:[·|•–,—]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alone();

    // "12 March 2026 · by Joel Abara · Tags: …"
    [GeneratedRegex(@"(?<!\p{L})(?:[Bb]y|[Pp]ar)\s+(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+(?:(?:de|du|van|von|le|la|di|da)\s+)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|On|In)\b)\p{Lu}[\p{L}'’.-]*){1,3})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();

    private static string NameIn(PageBox box) =>
        box.Element.QuerySelector("[itemprop=name],.p-name,.fn") is { } name ? name.GetAttribute("content") ?? name.TextContent : PlainText.Of(box);
}
