using System.Text.RegularExpressions;
using Aggregator.Curation.Checks;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;

namespace Aggregator.Tests.Service.Curation;

/// <summary>What blocks is decided in one place.</summary>
public sealed class IssueReviewTests
{
    private static readonly FindingKind[] Missing = [FindingKind.NoTitle, FindingKind.NoIntro, FindingKind.NoSections, FindingKind.EmptySection];

    [Fact]
    public void WhatIsMissingBlocksInTheOrderOfTheIssue()
    {
        var issue = Issue();
        (issue.Title, issue.Intro) = (" ", "");
        Assert.Equal([FindingKind.NoTitle, FindingKind.NoIntro, FindingKind.NoSections], Blocking(issue).Select(finding => finding.Kind));

        issue.Title = issue.Intro = "a";
        issue.Sections.Add(Section("Deux", 1, new Block(BlockKind.Paragraph, [new("mots")])));
        issue.Sections.Add(Section("Un", 0, new Block(BlockKind.Paragraph, [new(" \u00A0")])));
        issue.Sections.Add(Section("Trois", 2, new Block(BlockKind.Paragraph, [new("mots", new(MarkKind.Credit, ArticleId: 1))])));

        var blocking = Blocking(issue);
        Assert.Equal([FindingKind.EmptySection, FindingKind.SectionWithoutCredit], blocking.Select(finding => finding.Kind));
        Assert.Equal("La section 1, «\u00A0Un\u00A0», est vide.", blocking[0].Say("fr"));
    }

    [Fact]
    public void ACheckThatIsGivenUpSaysSoAndTheOthersAreMade()
    {
        var issue = Issue();
        issue.Sections.Add(Section("Un", 0));

        var found = IssueReview.Of(Material(issue), [new(GivenUp, []), CompletenessCheck.Check]);

        Assert.Equal([FindingKind.EmptySection, FindingKind.CheckGivenUp], found.Select(finding => finding.Kind).Order());
        var said = found.Single(finding => finding.Kind == FindingKind.CheckGivenUp);
        Assert.Equal((true, false), (said.Blocks, said.MayPass));
        Assert.Contains("given up (IssueReviewTests)", said.Say("en"), StringComparison.Ordinal);
        Assert.Contains("mené à bout (IssueReviewTests)", said.Say("fr"), StringComparison.Ordinal);
    }

    private static IEnumerable<Finding> GivenUp(ReviewMaterial material) => throw new RegexMatchTimeoutException();

    [Theory]
    [InlineData(CheckEffect.Off)]
    [InlineData(CheckEffect.Warn)]
    public void AHouseMayBeContentWithoutCreditAndNotWithoutText(CheckEffect effect)
    {
        var checks = Enum.GetNames<FindingKind>().ToDictionary(Finding.NameOf, _ => effect, StringComparer.Ordinal);
        var issue = Issue(new() { Checks = checks });
        issue.Sections.Add(Section("Un", 0));
        issue.Sections.Add(Section("Deux", 1, new Block(BlockKind.Paragraph, [new("mots")])));

        Assert.Equal([FindingKind.EmptySection], Blocking(issue).Select(finding => finding.Kind));
        Assert.All(Missing, kind => Assert.Equal($"house.checks.{kind}", HouseRules.Problem(new() { Checks = new Dictionary<string, CheckEffect> { [kind.ToString()] = effect } })?.Field));
    }

    [Fact]
    public void AReasonLetsASectionWithoutCreditPassAndNoEmptyOne()
    {
        var issue = Issue();
        issue.Sections.Add(Section("Un", 0));
        issue.Sections.Add(Section("Deux", 1, new Block(BlockKind.Paragraph, [new("mots")])));
        var found = Blocking(issue);
        Assert.Equal(2, found.Count);

        Assert.Equal(FindingKind.EmptySection, Assert.Single(Blocking(issue, found.ToDictionary(finding => finding.Key, _ => "Un éditorial."))).Kind);
    }

    [Fact]
    public void WhatBlocksIsNotAmongWhatIsLeftOut()
    {
        var issue = Issue();
        issue.Sections.Add(Section("Un", 0, [.. Enumerable.Range(0, 1200).Select(at => new Block(BlockKind.Paragraph, [new($"deux  mots {at}", new(MarkKind.Credit, ArticleId: 1))]))]));
        issue.Sections.Add(Section("Deux", 1, new Block(BlockKind.Paragraph, [new("mots")])));

        Assert.Equal(FindingKind.SectionWithoutCredit, Assert.Single(Blocking(issue)).Kind);
    }

    private static Issue Issue(HouseStyle? house = null) => new()
    {
        Title = "La semaine", Intro = "Bonjour.",
        Publication = new() { Title = "Le Relevé", Language = "fr", TimeZone = "Europe/Paris", SenderName = "x", SenderAddress = "x@x.example", House = house ?? new() },
    };

    private static Section Section(string title, int position, params Block[] blocks) => new() { PublicId = Guid.NewGuid(), Title = title, Position = position, Blocks = [.. blocks] };

    private static IReadOnlyList<Finding> Blocking(Issue issue, IReadOnlyDictionary<string, string>? waivers = null) =>
        [.. IssueReview.Of(Material(issue, waivers)).Where(finding => finding.Blocks)];

    private static ReviewMaterial Material(Issue issue, IReadOnlyDictionary<string, string>? waivers = null) => new(
        issue, new Dictionary<int, ReviewArticle>(), new Dictionary<Guid, IReadOnlyList<int>>(), [], new Dictionary<string, LinkVisit>(), 0, DateTimeOffset.UnixEpoch,
        waivers ?? new Dictionary<string, string>());
}
