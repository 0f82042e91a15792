using Aggregator.Reading.Articles.Layout;
using AngleSharp.Dom;

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
        if (people.Exists(IsPerson)) return people;
        var stated = Stated(facts);
        if (stated.Any(IsPerson) && !(data.Count > 0 && stated.All(name => IsSite(name, site)))) return stated;
        var shown = WithoutSite(Shown(facts.BylinesFrom(title)), site);
        if (shown.Count == 0) shown = FromText(page);
        return shown.Count > 0 ? shown : people.Count > 0 ? people : stated.Count > 0 ? stated : data;
    }

    // One word in small letters is the name of an account, or one that somebody chose: what the page shows goes before it.
    private static bool IsPerson(string name) => name.Any(char.IsUpper)
        || name.Any(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter);

    // "Mira Holt · The Paper": whom the paper names beside itself.
    private static IReadOnlyList<string> WithoutSite(IReadOnlyList<string> names, string? site) =>
        names.Count > 1 ? [.. names.Where(name => !IsSite(name, site))] : names;

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
                if (!IsOfReader(element) && In(element) is { Count: > 0 } found) return found;
        }

        return [];
    }

    private static IReadOnlyList<string> In(IElement byline)
    {
        var isStated = byline.GetAttribute("itemprop") == "author";
        var named = BylineParts.Named(byline).SelectMany(name => isStated
            ? PersonNames.Of([name.GetAttribute("content") ?? BylineParts.Joined(name)])
            : PersonNames.Byline(Line.Of(BylineParts.Joined(name)), oneWord: false))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > 0) return named;
        var oneWord = byline.GetAttribute("rel") == "author";
        var found = new List<string>();
        foreach (var part in BylineParts.Of(byline))
        {
            var names = PersonNames.Byline(part, oneWord);
            if (names.Count == 0 && found.Count > 0 && !AuthorWords.IsOffice(part)) break;
            found.AddRange(names.Select(PersonNames.Cased).Where(name => !found.Contains(name, StringComparer.OrdinalIgnoreCase)));
        }

        return found.Count > 0 ? found : PersonNames.Byline(Line.Of(BylineParts.Joined(byline)), oneWord);
    }

    // Comments name those who wrote them in the same way.
    private static bool IsOfReader(IElement byline)
    {
        for (var (element, steps) = ((IElement?)byline, 0); element is not null && steps < 12; element = element.ParentElement, steps++)
        {
            if (element.LocalName is "body" or "main") return false;
            if (element.GetAttribute("itemprop") == "comment"
                || element.GetAttribute("itemtype")?.EndsWith("/Comment", StringComparison.Ordinal) == true) return true;
            if ((SignalWords.Of(element.GetAttribute("class")) | SignalWords.Of(element.Id)).HasFlag(Signals.Comments)) return true;
        }

        return false;
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
