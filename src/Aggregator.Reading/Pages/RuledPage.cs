using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages.Entries;
using Aggregator.Reading.Pages.Structure;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Reading.Pages;

/// <summary>Reads a page by a person's rules where there are any; what they do not say is found as always.</summary>
/// <param name="rules">Usable selectors.</param>
/// <param name="address">What relative addresses are resolved against.</param>
internal sealed class RuledPage(PageRules rules, Uri? address)
{
    /// <summary>Takes off the page what is to be removed.</summary>
    public void Clear(IHtmlDocument document)
    {
        if (rules.Remove is not { } remove) return;
        foreach (var element in document.QuerySelectorAll(remove).ToList())
            if (element.LocalName is not ("html" or "body" or "head")) element.Remove();
    }

    /// <summary>The regions that the list rule marks; null without such a rule.</summary>
    public List<Region>? Regions(PageBox page)
    {
        if (rules.List is not { } list) return null;
        var boxes = page.Standing().ToDictionary(box => box.Element);
        var regions = new List<Region>();
        foreach (var element in page.Element.QuerySelectorAll(list).Take(PageReader.MostEntries))
            if (boxes.TryGetValue(element, out var box) && TitleIn(box, boxes) is { } title) regions.Add(new Region(title, box, Around(box)));
        return regions;
    }

    /// <summary>The entry with what the rules say of it.</summary>
    public PageEntry Correct(PageEntry entry, Region region)
    {
        var corrected = entry;
        if (First(region, rules.Link) is { } link && (link.LocalName == "a" ? link : link.QuerySelector("a[href]")) is { } anchor && Permalink.Of(anchor, address) is { } url) corrected = corrected with { Url = url };
        if (First(region, rules.Title) is { } title && Line.Of(title.TextContent) is { Length: > 0 } said) corrected = corrected with { Title = said };
        if (First(region, rules.Date) is { } date && PageDate.Parse(date.GetAttribute("datetime") ?? date.GetAttribute("content") ?? date.TextContent) is { } day)
            corrected = corrected with { Published = day, Precision = day.TimeOfDay == TimeSpan.Zero ? DatePrecision.Day : DatePrecision.Time };
        if (rules.Body is not null && Bodies(region) is { Count: > 0 } blocks)
            corrected = corrected with { Blocks = blocks, Text = string.Join("\n\n", blocks.Select(block => block.Text).Where(text => text.Length > 0)), Html = string.Concat(blocks.Select(block => block.Html)) };
        return corrected;
    }

    /// <summary>The article with the text that the rule for it names on its page; as it was where that is nothing.</summary>
    public ArticleReading WithBody(ArticleReading article, IHtmlDocument? document)
    {
        if (rules.Body is null || document is null) return article;
        List<Block> blocks = [.. document.QuerySelectorAll(rules.Body).Take(50).SelectMany(element => BlockList.Of(PageLayout.Of(element), address))];
        var text = string.Join("\n\n", blocks.Select(block => block.Text).Where(text => text.Length > 0));
        return text.Length == 0 ? article : article with { Blocks = blocks, Text = text, Html = string.Concat(blocks.Select(block => block.Html)), NextPage = null, Problem = null };
    }

    private static PageBox Around(PageBox box)
    {
        var around = new PageBox(box.Element, "div", parent: null) { IsBlock = true, HoldsBlock = true, Chars = box.Chars, LinkChars = box.LinkChars };
        around.Content.Add(new Piece(null, box));
        return around;
    }

    private TitleBox? TitleIn(PageBox box, Dictionary<IElement, PageBox> boxes)
    {
        var named = rules.Title is { } title ? box.Element.QuerySelector(title) : null;
        var found = named ?? box.Element.QuerySelector("h1,h2,h3,h4,h5,h6,.entry-title,.p-name,[itemprop=headline]")
            ?? (rules.Link is { } link ? box.Element.QuerySelector(link) : null) ?? box.Element.QuerySelectorAll("a[href]").FirstOrDefault(a => a.TextContent.Trim().Length > 3);
        return found is not null && boxes.TryGetValue(found, out var at) && Line.Of(found.TextContent) is { Length: > 0 } text ? new TitleBox(at, 3, text) : null;
    }

    private static IElement? First(Region region, string? selector) =>
        selector is null ? null : region.Content.Boxes.Select(box => box.Element.Matches(selector) ? box.Element : box.Element.QuerySelector(selector)).FirstOrDefault(found => found is not null);

    private List<Block> Bodies(Region region) => [.. region.Content.Boxes.SelectMany(box => box.Element.Matches(rules.Body!) ? [box.Element] : box.Element.QuerySelectorAll(rules.Body!).ToArray())
        .SelectMany(element => BlockList.Of(PageLayout.Of(element), address))];
}
