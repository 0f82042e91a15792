using Aggregator.Reading.Text;
using Aggregator.Web.Demo;

namespace Aggregator.Tests.Web.Demo;

public sealed class DemoArticleTests
{
    private static readonly IReadOnlyList<DemoArticle> All = DemoArticle.All;

    private static readonly Dictionary<string, DemoArticle> BySlug = All.ToDictionary(article => article.Slug, StringComparer.Ordinal);

    public static TheoryData<string> Slugs => [.. All.Select(article => article.Slug)];

    [Fact]
    public void ThereAreAboutSixtyThreeFifthsOfThemFrench()
    {
        Assert.InRange(All.Count, 55, 65);
        Assert.InRange((double)All.Count(article => article.Language == "fr") / All.Count, 0.55, 0.65);
        Assert.All(All, article => Assert.Contains(article.Language, new[] { "fr", "en" }));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void AnArticleIsShortAndWhole(string slug)
    {
        var article = BySlug[slug];
        Assert.InRange(Wording.WordsOf(article.Text).Count, 90, 220);
        Assert.InRange(article.Paragraphs.Count + article.Quoted.Count, 2, 6);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
        Assert.Contains(DemoOutlet.All, outlet => outlet.Key == article.Outlet);
        Assert.NotEmpty(article.Tags);
        Assert.Equal(article.Language, LanguageDetector.Detect(article.Text));
    }

    [Fact]
    public void AllAppearedInTheLastFourWeeks() =>
        Assert.All(All, article => Assert.InRange(article.Age, TimeSpan.FromHours(1), TimeSpan.FromDays(28)));

    [Fact]
    public void EveryWeekHasNewsAndTheLastMost()
    {
        var weeks = All.CountBy(article => (int)article.Age.TotalDays / 7).ToDictionary();
        Assert.Equal(4, weeks.Count);
        Assert.All(weeks.Values, count => Assert.True(count >= 10, "A week is thin."));
        Assert.Equal(0, weeks.MaxBy(week => week.Value).Key);
    }

    [Fact]
    public void NineStoriesAreToldBySeveralOutletsSomeInBothLanguages()
    {
        var stories = All.Where(article => article.Story is not null && article.CopyOf is null).GroupBy(article => article.Story).ToList();
        Assert.Equal(9, stories.Count);
        Assert.All(stories, story => Assert.True(story.DistinctBy(article => article.Outlet).Count() >= 3, story.Key));
        Assert.True(stories.Count(story => story.DistinctBy(article => article.Language).Count() == 2) >= 5);
    }

    [Fact]
    public void OneStoryBeganThreeWeeksAgoAndGoesOn()
    {
        var ages = All.Where(article => article.Story == "night-pause").Select(article => article.Age.TotalDays).ToList();
        Assert.True(ages.Count(age => age > 21) >= 3);
        Assert.True(ages.Count(age => age < 3) >= 5);
        Assert.DoesNotContain(ages, age => age is > 3 and < 21);
    }

    [Fact]
    public void SeveralFindsHaveOneOutletOnly() => Assert.InRange(All.Count(article => article.Story is null), 8, 14);

    [Fact]
    public void SixWireCopiesAreReallyCopies()
    {
        var copies = All.Where(article => article.CopyOf is not null).ToList();
        Assert.Equal(6, copies.Count);
        Assert.All(copies, copy =>
        {
            var original = BySlug[copy.CopyOf!];
            Assert.NotEqual(original.Outlet, copy.Outlet);
            Assert.Equal(original.Story, copy.Story);
            Assert.True(copy.Age < original.Age, "The copy came first.");
            Assert.True(Wording.ShareIn(copy.Text, original.Text) >= 0.95, copy.Slug);
            Assert.True(Wording.ShareIn(original.Text, copy.Text) >= 0.9, copy.Slug);
        });
        Assert.InRange(copies.Count(copy => FoldedText.Hash(copy.Text) == FoldedText.Hash(BySlug[copy.CopyOf!].Text)), 2, 4);
    }

    [Fact]
    public void WhatIsNoCopyHasWordsOfItsOwn()
    {
        var own = All.Where(article => article.CopyOf is null && article.Link is null).ToList();
        var runs = own.SelectMany(article => Wording.Runs(article.Text, 12).Distinct().Select(run => (run, article.Slug))).ToLookup(pair => pair.run, pair => pair.Slug);
        Assert.DoesNotContain(runs, run => run.Count() > 1);
    }

    [Fact]
    public void TheLinkLogQuotesWhatItLinksToAndHasOneLinkTwice()
    {
        var entries = All.Where(article => article.Outlet == "epingles").ToList();
        Assert.All(entries, entry => Assert.NotEmpty(entry.Quoted));
        Assert.All(entries.Where(entry => BySlug.ContainsKey(entry.Link!)), entry =>
        {
            Assert.Equal(BySlug[entry.Link!].Title, entry.Title);
            Assert.True(BySlug[entry.Link!].Age > entry.Age, "It links to the future.");
            Assert.All(entry.Quoted, quote => Assert.Contains(quote, BySlug[entry.Link!].Text, StringComparison.Ordinal));
        });
        Assert.All(
            entries.Where(entry => !BySlug.ContainsKey(entry.Link!)),
            entry => Assert.EndsWith(".example", new Uri(entry.Link!).Host, StringComparison.Ordinal));
        Assert.Equal(1, entries.Count - entries.DistinctBy(entry => entry.Link).Count());
        Assert.DoesNotContain(All, article => article.Outlet != "epingles" && (article.Link is not null || article.Quoted.Count > 0));
    }

    [Fact]
    public void FrenchIsSetAsFrench() => Assert.Empty(
        All.Where(article => article.Language == "fr").SelectMany(article => FrenchTypography.FaultsIn($"{article.Title}\n{article.Text}")));

    [Fact]
    public void EnglishHasRoundQuotes() =>
        Assert.All(All.Where(article => article.Language == "en"), article => Assert.DoesNotMatch("['\"]", $"{article.Title}\n{article.Text}"));

    [SharedFact]
    public void NothingIsTakenFromTheSeeds()
    {
        var seeds = Directory.GetFiles(Shared.Path("corpus", "seeds"), "*.txt").SelectMany(file => Wording.Runs(File.ReadAllText(file), 8)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(seeds);
        var ours = All.Select(article => $"{article.Title}\n{article.Text}")
            .Concat(DemoIssue.All.SelectMany(issue => issue.Sections).SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.DoesNotContain(ours.SelectMany(text => Wording.Runs(text, 8)), seeds.Contains);
    }
}
