using Aggregator.Reading.Articles;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Articles.Metadata;
using Aggregator.Reading.Html;

namespace Aggregator.Reading.Pages;

/// <summary>Recognises an article that is an issue of a press review: a day in its title, sections under headings, and links to the press in them.</summary>
public static class IssueReader
{
    /// <summary>The issue, or null for any other article.</summary>
    public static PageIssue? Of(ArticleReading article, Uri address)
    {
        if (article.Title is null || PageDate.Find(article.Title) is not { } day) return null;
        var sections = SectionsOf(article, address);
        var credits = sections.SelectMany(section => section.Credits).Count(credit => Structure.Permalink.SiteOf(credit.Url) != Structure.Permalink.SiteOf(address.AbsoluteUri));
        return sections.Count >= 2 && credits >= 3 ? new PageIssue(article.Title, day, article.Authors, sections) : null;
    }

    private static List<IssueSection> SectionsOf(ArticleReading article, Uri address)
    {
        var sections = new List<IssueSection>();
        var level = article.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(LevelOf).DefaultIfEmpty(0).Min();
        string? heading = null;
        var blocks = new List<Block>();
        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Heading && LevelOf(block) == level) Close(block.Text);
            else if (heading is not null) blocks.Add(block);
        }

        Close(null);
        return sections;

        void Close(string? next)
        {
            if (heading is not null && blocks.Count > 0) sections.Add(new IssueSection(heading, string.Join("\n\n", blocks.Select(block => block.Text)), Credits(blocks, address)));
            blocks.Clear();
            heading = next;
        }
    }

    private static int LevelOf(Block heading) => heading.Html is ['<', 'h', var digit, ..] && char.IsAsciiDigit(digit) ? digit - '0' : 9;

    private static List<IssueCredit> Credits(List<Block> blocks, Uri address) =>
        [.. (SafeHtml.ParseFragment(string.Concat(blocks.Select(block => block.Html)), address).Document?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
            .Select(link => new IssueCredit(Line.Of(link.TextContent), link.GetAttribute("href")!)).Where(credit => credit.Name.Length > 0)];
}
