using AngleSharp.Dom;
using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds who wrote an article: structured data first, then meta tags, then what the page shows.</summary>
internal static class AuthorChoice
{
    public static IReadOnlyList<string> Of(PageFacts facts, PageBox page)
    {
        var data = PersonNames.Of(facts.Data.Authors());
        if (data.Count > 0) return data;
        var citations = PersonNames.Of(facts.MetaAll("citation_author"));
        if (citations.Count > 0) return citations;
        var meta = PersonNames.Of(["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "og:article:author"], facts);
        if (meta.Count > 0) return meta;
        var shown = Shown(facts);
        return shown.Count > 0 ? shown : FromText(page);
    }

    private static IReadOnlyList<string> Shown(PageFacts facts)
    {
        foreach (var wanted in new Func<IElement, bool>[] { e => e.GetAttribute("itemprop") == "author", e => e.GetAttribute("rel") == "author", _ => true })
        {
            foreach (var element in facts.Bylines.Where(wanted))
            {
                if (element.GetAttribute("itemprop") == "author" && element.QuerySelector("[itemprop=name]") is { } name
                    && PersonNames.Of([name.GetAttribute("content") ?? name.TextContent]) is { Count: > 0 } named) return named;
                if (PersonNames.Byline(Line.Of(element.TextContent)) is { Count: > 0 } found) return found;
            }
        }

        return [];
    }

    // "By X and Y" or "Par X et Y" as a line of its own, before the text has begun in earnest.
    private static IReadOnlyList<string> FromText(PageBox page)
    {
        var seen = 0;
        foreach (var box in page.Standing())
        {
            if (!box.IsBlock || box.HoldsBlock || box.Chars == 0) continue;
            if (box.Chars < 90 && PersonNames.Signed(PlainText.Of(box)) is { Count: > 0 } found) return found;
            if (box.Tag == "p" && box.Chars > 150 && ++seen > 3) break;
        }

        return [];
    }
}
