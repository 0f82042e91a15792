using AngleSharp.Dom;
using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>Finds who wrote an article: structured data first, then meta tags, then what the page shows.</summary>
internal static class AuthorChoice
{
    public static IReadOnlyList<string> Of(PageFacts facts, PageBox page, string? site, string? title)
    {
        var citations = PersonNames.Of(facts.MetaAll("citation_author").Select(PersonNames.Turned));
        if (citations.Count > 0) return citations;
        var data = PersonNames.Of(facts.Data.Authors());
        var people = data.Where(name => !IsSite(name, site)).ToList();
        if (people.Count > 0) return people;
        var stated = Stated(facts);
        if (stated.Count > 0 && !(data.Count > 0 && stated.All(name => IsSite(name, site)))) return stated;
        var shown = Shown(facts.BylinesFrom(title));
        if (shown.Count == 0) shown = FromText(page);
        return shown.Count > 0 ? shown : data;
    }

    private static bool IsSite(string name, string? site) => site is not null && Phrases.Same(name, site);

    private static IReadOnlyList<string> Stated(PageFacts facts)
    {
        var meta = PersonNames.Of(["dc:creator", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "og:article:author"], facts);
        if (meta.Count > 0) return meta;
        // WordPress plugins tell messengers who wrote it, in a pair of label and value.
        return facts.Meta("twitter:label1") is "Written by" or "Écrit par" or "Published by" && facts.Meta("twitter:data1") is { } writer ? PersonNames.Of([writer]) : [];
    }

    private static IReadOnlyList<string> Shown(List<IElement> bylines)
    {
        foreach (var wanted in new Func<IElement, bool>[] { e => e.GetAttribute("itemprop") == "author", e => e.GetAttribute("rel") == "author", _ => true })
        {
            foreach (var element in bylines.Where(wanted))
            {
                if (element.GetAttribute("itemprop") == "author" && element.QuerySelector("[itemprop=name]") is { } name
                    && PersonNames.Of([name.GetAttribute("content") ?? name.TextContent]) is { Count: > 0 } named) return named;
                if (PersonNames.Byline(Line.Of(element.TextContent), oneWord: element.GetAttribute("rel") == "author") is { Count: > 0 } found) return found;
            }
        }

        return [];
    }

    // "By X and Y" or "Par X et Y" as a line of its own, before the text has begun in earnest.
    private static IReadOnlyList<string> FromText(PageBox page)
    {
        var seen = 0;
        var announced = false;
        foreach (var box in page.Standing())
        {
            if (!box.IsBlock || box.HoldsBlock || box.Chars == 0) continue;
            if (box.Chars < 90)
            {
                var text = PlainText.Of(box);
                var found = announced ? PersonNames.Byline(text, oneWord: false) : PersonNames.Signed(text);
                if (found.Count > 0) return found;
                announced = PersonNames.Announces(text);
            }

            if (box.Tag == "p" && box.Chars > 150 && ++seen > 3) break;
        }

        return [];
    }
}
