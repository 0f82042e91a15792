using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Pages.Structure;

namespace Aggregator.Reading.Pages;

/// <summary>
/// Decides what a page is: whether the running text stands inside the entries or outside of them, where the titles lead, and how much
/// text an entry has. An article with teasers around it has its text outside; a list has it inside.
/// </summary>
internal static class KindRule
{
    /// <summary>Half of the entries of several articles have at least this much text, in characters, and more than one paragraph or twice as much.</summary>
    private const int ArticleLength = 330;

    /// <summary>A post of three paragraphs that is whole, in characters.</summary>
    private const int ShortPost = 200;

    private const double MostOfThem = 0.6;

    public static PageKind Of(EntrySet? set, PageBox page, PageFacts facts)
    {
        if (set is null || IsArticle(set, page, facts)) return PageKind.Article;
        return OfList(set);
    }

    /// <summary>The kind of a page whose entries a person has marked.</summary>
    public static PageKind Of(List<Region> marked, Uri? address) => OfList(EntrySet.Of(marked, address));

    private static PageKind OfList(EntrySet set)
    {
        if (set.Abroad >= 0.6 && set.Hosts >= Math.Max(2, set.Regions.Count / 6)) return PageKind.LinkLog;
        return HoldsArticles(set) ? PageKind.Articles : PageKind.Listing;
    }

    private static bool IsArticle(EntrySet set, PageBox page, PageFacts facts)
    {
        var (inside, outside) = ProseAround(set, page);
        var titles = set.Regions.Sum(region => region.Title.Box.Chars);
        var outsideHeading = facts.Headings.Find(heading => !Holds(set, heading));
        if (outsideHeading is not null && inside + outside > 250 && IsHeadOfArticle(outsideHeading, facts)) return true;
        return outside > 400 && outside > (inside + titles) * (IsSaidToBe(facts) ? 0.3 : 1);
    }

    private static bool IsSaidToBe(PageFacts facts) => string.Equals(facts.Meta("og:type"), "article", StringComparison.OrdinalIgnoreCase) || facts.Data.Article("headline") is not null;

    // The page states when it was published, or the headline of one article, and that is its heading. Publishing systems say
    // "og:type article" of plain pages too, and lists carry the data of their first article.
    private static bool IsHeadOfArticle(AngleSharp.Dom.IElement heading, PageFacts facts)
    {
        var said = Phrases.Letters(Line.Of(heading.TextContent));
        if (said.Length < 8) return false;
        if (facts.Meta("article:published_time", "citation_title", "og:article:published_time", "parsely-pub-date") is not null) return true;
        return facts.Data.Article("headline") is { } headline && Phrases.Letters(headline) is { Length: > 7 } stated
            && (stated.Contains(said, StringComparison.Ordinal) || said.Contains(stated, StringComparison.Ordinal));
    }

    private static bool Holds(EntrySet set, AngleSharp.Dom.IElement heading) => set.Regions.Exists(region => region.All().Any(box => box.Element == heading));

    private static (double Inside, double Outside) ProseAround(EntrySet set, PageBox page)
    {
        Prose.Measure(page);
        var each = set.Regions.Select(region => Loose(region.Content) + region.Content.Boxes.Sum(box => box.Prose - ChromeIn(box, page))).Order().ToList();
        // One entry that holds many times what the others hold has taken the article along.
        var most = (each[each.Count / 2] * 8) + 800;
        var inside = set.Regions.Count > 2 ? each.Sum(prose => Math.Min(prose, most)) : each.Sum();
        return (inside, Math.Max(0, page.Prose - ChromeIn(page, page) - inside));
    }

    // Text that stands beside its title without a paragraph of its own counts for the box around all of them.
    private static double Loose(PageBox content)
    {
        var chars = content.Content.Sum(piece => piece.Box is null ? piece.Text!.Data.Count(c => !char.IsWhiteSpace(c)) : piece.Box.IsBlock || piece.Box.HoldsBlock ? 0 : piece.Box.Chars - piece.Box.LinkChars);
        return chars >= 60 ? chars * 0.9 : 0;
    }

    private static double ChromeIn(PageBox box, PageBox page)
    {
        var prose = 0.0;
        foreach (var piece in box.Content)
            if (piece.Box is { Prose: > 0 } inside) prose += Chrome.IsChrome(inside, page) ? inside.Prose : ChromeIn(inside, page);
        return prose;
    }

    // Blogs of short posts: the markup says that it is the whole text, or a link to the rest stands under a few while the others have
    // several paragraphs without one.
    private static bool AreWhole(EntrySet set)
    {
        var cut = set.Regions.Count(HasMore);
        if (set.Regions.Count(StatesWhole) >= set.Regions.Count * MostOfThem) return cut == 0;
        return cut > 0 && cut <= set.Regions.Count * (1 - MostOfThem)
            && set.Regions.Count(region => !HasMore(region) && Paragraphs(region) > 1) >= set.Regions.Count * MostOfThem;
    }

    private static bool HasMore(Region region) => region.All().Any(Marks.IsMoreLink);

    // schema.org "articleBody", microformats 2 "e-content": the full text, by their definitions.
    private static bool StatesWhole(Region region) =>
        region.All().Any(box => (box.Has(Signals.StatedBody) || box.Element.ClassList.Contains("e-content")) && box.Chars > ShortPost / 4);

    private static int Paragraphs(Region region) =>
        region.All().Count(box => box.Tag is "p" or "blockquote" or "li" or "br" && (box.Chars > 30 || box.Tag == "br"));

    private static bool HoldsArticles(EntrySet set)
    {
        var rest = set.Regions.Select(region => region.Rest).Order().ToList();
        var middle = rest[rest.Count / 2];
        var paragraphs = set.Regions.Select(region => region.All().Count(box => box.Tag is "p" or "blockquote" or "li" or "br" && (box.Chars > 60 || box.Tag == "br"))).Order().ToList()[set.Regions.Count / 2];
        return (middle >= ArticleLength && (paragraphs > 1 || middle >= ArticleLength * 2))
            || (middle >= ShortPost && !set.Regions.Exists(HasMore)
            && set.Regions.Count(region => Paragraphs(region) > 2) >= set.Regions.Count * MostOfThem) || AreWhole(set);
    }
}
