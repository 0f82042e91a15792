using Aggregator.Web.Demo;

namespace Aggregator.Tests.Web.Demo;

public sealed class DemoIssueTests
{
    private static readonly Dictionary<string, DemoArticle> Articles = DemoArticle.All.ToDictionary(article => article.Slug, StringComparer.Ordinal);

    private static readonly Dictionary<string, DemoOutlet> Outlets = DemoOutlet.All.ToDictionary(outlet => outlet.Key, StringComparer.Ordinal);

    private static IEnumerable<(DemoIssue Issue, DemoParagraph Paragraph)> Paragraphs =>
        from issue in DemoIssue.All from section in issue.Sections from paragraph in section.Paragraphs select (issue, paragraph);

    [Fact]
    public void ThreeWereSentAndOneIsADraft()
    {
        Assert.Equal([21, 14, 7, null], DemoIssue.All.Select(issue => issue.DaysAgo));
        Assert.Equal(DemoIssue.All.Select(issue => issue.Number), Enumerable.Range(DemoIssue.All[0].Number, 4));
        Assert.Single(DemoIssue.All.Select(issue => issue.Publication).Distinct());
        Assert.All(DemoIssue.All, issue => Assert.NotEmpty(issue.Bylines));
        Assert.All(DemoIssue.All.Where(issue => !issue.IsDraft), issue =>
        {
            Assert.Equal(4, issue.Sections.Count);
            Assert.All(issue.Sections, section => Assert.InRange(section.Paragraphs.Count, 2, 3));
        });
    }

    [Fact]
    public void TheDraftHasTwoSectionsBegunAndOneEmpty()
    {
        var draft = DemoIssue.All[^1];
        Assert.Equal([true, true, false], draft.Sections.Select(section => section.Paragraphs.Count > 0));
        Assert.Equal([true, true, false], draft.Sections.Select(section => section.Pad.Count > 0));
        Assert.All(draft.Sections.SelectMany(section => section.Pad), slug => Assert.True(Articles[slug].Age < TimeSpan.FromDays(7), slug));
    }

    [Fact]
    public void EveryCreditIsAnArticleThatWasThereAndWhoseOutletIsNamed() => Assert.All(Paragraphs, pair =>
    {
        Assert.NotEmpty(pair.Paragraph.Credits);
        Assert.All(pair.Paragraph.Credits, slug =>
        {
            Assert.True(Articles[slug].Age > TimeSpan.FromDays(pair.Issue.DaysAgo ?? 0), $"{slug} appeared after number {pair.Issue.Number}.");
            Assert.Contains(Outlets[Articles[slug].Outlet].Name, pair.Paragraph.Text, StringComparison.Ordinal);
        });
        var named = pair.Paragraph.Credits.Select(slug => pair.Paragraph.Text.IndexOf(Outlets[Articles[slug].Outlet].Name, StringComparison.Ordinal)).ToList();
        Assert.Equal(named.Order(), named);
    });

    [Fact]
    public void EveryQuoteStandsInTheArticleCharacterByCharacter()
    {
        var quotes = Paragraphs.SelectMany(pair => pair.Paragraph.Quotes, (pair, quote) => (pair.Paragraph, quote)).ToList();
        Assert.True(quotes.Count >= 15, "There is little to check.");
        Assert.All(quotes, pair =>
        {
            Assert.Contains(pair.quote.Slug, pair.Paragraph.Credits);
            Assert.Contains(pair.quote.Text, Articles[pair.quote.Slug].Text, StringComparison.Ordinal);
            Assert.Contains($"«\u00A0{pair.quote.Text}\u00A0»", pair.Paragraph.Text, StringComparison.Ordinal);
        });
        Assert.All(Paragraphs, pair => Assert.Equal(pair.Paragraph.Text.Count(letter => letter == '«'), pair.Paragraph.Quotes.Count));
    }

    [Fact]
    public void SectionsAreSynthesesNotCopies()
    {
        var sections = DemoIssue.All.SelectMany(issue => issue.Sections).ToList();
        Assert.True(sections.Count(section => section.Paragraphs.SelectMany(paragraph => paragraph.Credits).Distinct().Count() >= 3) >= 6);
        var articles = DemoArticle.All.SelectMany(article => Wording.Runs(article.Text, 12)).ToHashSet(StringComparer.Ordinal);
        Assert.All(Paragraphs, pair =>
        {
            var own = pair.Paragraph.Quotes.Aggregate(pair.Paragraph.Text, (text, quote) => text.Replace(quote.Text, "", StringComparison.Ordinal));
            Assert.DoesNotContain(Wording.Runs(own, 12), articles.Contains);
        });
    }

    [Fact]
    public void ReferencesGoBackAndSayTheNumber()
    {
        var references = Paragraphs.Where(pair => pair.Paragraph.RefersTo is not null).ToList();
        Assert.True(references.Count >= 2);
        Assert.All(references, pair =>
        {
            Assert.InRange(pair.Paragraph.RefersTo!.Value, DemoIssue.All[0].Number, pair.Issue.Number - 1);
            Assert.Contains($"numéro {pair.Paragraph.RefersTo}", pair.Paragraph.Text, StringComparison.Ordinal);
        });
        Assert.Contains(references, pair => pair.Issue.IsDraft);
    }

    [Fact]
    public void TheFirstTellsTheBeginningOfWhatTheDraftGoesOnWith()
    {
        Assert.Contains("night-pause", StoriesOf(DemoIssue.All[0]));
        Assert.Contains("night-pause", StoriesOf(DemoIssue.All[^1]));

        static IEnumerable<string?> StoriesOf(DemoIssue issue) =>
            issue.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Credits).Select(slug => Articles[slug].Story);
    }

    [Fact]
    public void FrenchIsSetAsFrench() => Assert.Empty(DemoIssue.All.SelectMany(issue =>
        new[] { issue.Title, issue.Intro }.Concat(issue.Sections.Select(section => section.Heading)).Concat(issue.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text)))
        .SelectMany(FrenchTypography.FaultsIn));
}
