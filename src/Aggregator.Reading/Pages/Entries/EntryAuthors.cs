using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Finds who wrote an entry, by what the entry itself says.</summary>
internal static class EntryAuthors
{
    /// <summary>Names, or nothing.</summary>
    public static IReadOnlyList<string> Of(Region region)
    {
        foreach (var box in region.All())
            if (States(box) && PersonNames.Of([NameIn(box)]) is { Count: > 0 } stated) return stated;
        if (region.Top.Element.QuerySelector("[itemprop=author] meta[itemprop=name][content], meta[itemprop=author][content]") is { } meta) return PersonNames.Of([meta.GetAttribute("content")!]);
        foreach (var box in region.All())
            if (box.Has(Signals.Byline) && box.Chars is > 2 and < 150 && PersonNames.Byline(Line.Of(PlainText.Of(box)), oneWord: false) is { Count: > 0 } named) return named;
        foreach (var box in region.All())
            if (box.IsBlock && !box.HoldsBlock && box.Chars is > 4 and < 120 && PersonNames.Signed(Line.Of(PlainText.Of(box))) is { Count: > 0 } signed && signed[0].Contains(' ', StringComparison.Ordinal)) return signed;
        return [];
    }

    private static bool States(PageBox box) =>
        box.Chars is > 1 and < 150 && (box.Element.GetAttribute("itemprop") == "author" || (box.Element.GetAttribute("rel") ?? "").Split(' ').Contains("author")
            || box.Element.ClassList.Contains("p-author") || (box.Element.ClassList.Contains("fn") && box.Parent?.Element.ClassList.Contains("vcard") == true));

    private static string NameIn(PageBox box) =>
        box.Element.QuerySelector("[itemprop=name],.p-name,.fn") is { } name ? name.GetAttribute("content") ?? name.TextContent : PlainText.Of(box);
}
