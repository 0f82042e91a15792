using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

public sealed class StoryScoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 18, 0, 0, TimeSpan.Zero), Noon = Now.AddHours(-6);

    public static TheoryData<string, StoryArticle[], StoryArticle[]> Before => new()
    {
        { "two outlets before one", [At("a.fr"), At("b.fr")], [At("a.fr"), At("a.fr")] },
        { "five outlets before two", [At("a.fr"), At("b.fr"), At("c.fr"), At("d.fr"), At("e.fr")], [At("a.fr"), At("b.fr"), At("b.fr"), At("b.fr"), At("b.fr")] },
        { "own words before copies", [At("a.fr"), At("b.fr")], [At("a.fr"), At("b.fr", copy: true), At("c.fr", copy: true)] },
        { "a copied story before an only one", [At("a.fr"), At("b.fr", copy: true)], [At("a.fr")] },
        { "outlets before sister sites", [At("a.fr"), At("b.fr")], [At("sport.a.fr"), At("www.a.fr"), At("a.fr")] },
        { "today before last week", [At("a.fr", 1), At("b.fr", 1)], [At("a.fr", 150), At("b.fr", 150), At("c.fr", 150)] },
        { "a large story of Wednesday before a small one of today", [At("a.fr", 48), At("b.fr", 48), At("c.fr", 48), At("d.fr", 48), At("e.fr", 48), At("f.fr", 48), At("g.fr", 48)], [At("a.fr", 1)] },
        { "a valued source before a usual one", [At("a.fr", weight: 3)], [At("b.fr")] },
        { "more articles of the same outlets", [At("a.fr"), At("b.fr"), At("a.fr")], [At("a.fr"), At("b.fr")] },
        { "dated before undated", [At("a.fr", 100)], [At("a.fr") with { Time = null }] },
        { "something before nothing", [At("a.fr", 100)], [] },
        { "a usual weight before an unusable one", [At("a.fr")], [At("a.fr", weight: double.NaN)] },
    };

    [Theory]
    [MemberData(nameof(Before))]
    public void Ranks(string case_, StoryArticle[] higher, StoryArticle[] lower) =>
        Assert.True(StoryScore.Of(higher, Now, Noon).Score > StoryScore.Of(lower, Now, Noon).Score, case_);

    [Fact]
    public void Reasons_are_counted()
    {
        StoryArticle[] articles =
        [
            new("www.lemonde.fr", Now.AddDays(-2), "fr"), new("https://sport.lemonde.fr/a", Now.AddHours(-1), "fr-FR"), new("bbc.co.uk", Now.AddHours(-2), "en"),
            new("news.bbc.co.uk", Now.AddHours(-5), "EN", IsCopy: true), new("itv.co.uk", Now.AddHours(-3), "en", IsCopy: true), new("Radio Libre", null),
            new("later.example", Now.AddHours(4)),
        ];
        var rank = StoryScore.Of(articles, Now, Noon);

        Assert.Equal((4, 1, 5, 2, 2), (rank.Outlets, rank.CopyingOutlets, rank.Articles, rank.Copies, rank.NewArticles));
        Assert.Equal(["en", "fr"], rank.Languages);
        Assert.Equal(1, rank.Freshness);
        Assert.Equal(rank.Coverage * rank.Freshness, rank.Score);
    }

    [Fact]
    public void The_score_halves_with_the_half_life() =>
        Assert.Equal(0.5, StoryScore.Of([At("a.fr", 24)], Now, Noon, TimeSpan.FromDays(1)).Freshness, 6);

    /// <summary>What an issue has told comes after what is new, and what has not gone on since after what has.</summary>
    [Fact]
    public void What_was_told_comes_later()
    {
        StoryArticle[] articles = [At("a.fr", 30), At("b.fr", 4)];
        var (fresh, goesOn, repeat) = (StoryScore.Of(articles, Now, Noon), StoryScore.Of(articles, Now, Noon, toldAt: Now.AddHours(-20)), StoryScore.Of(articles, Now, Noon, toldAt: Now.AddHours(-1)));

        Assert.True(fresh.Score > goesOn.Score && goesOn.Score > repeat.Score && repeat.Score > 0);
        Assert.Equal((null, 1, 0), (fresh.ToldAt, goesOn.ArticlesSinceTold, repeat.ArticlesSinceTold));
    }

    [Fact]
    public void What_the_publication_is_about_comes_first()
    {
        var (of, other) = (StoryScore.Of([At("a.fr", 4) with { IsOnTopic = true }, At("b.fr", 4)], Now, Noon), StoryScore.Of([At("a.fr", 4), At("b.fr", 4)], Now, Noon));

        Assert.True(of.IsOnTopic && !other.IsOnTopic && of.Score > other.Score);
        Assert.False(StoryScore.Of([At("a.fr", 4) with { IsOnTopic = true }, At("b.fr", 4), At("c.fr", 4)], Now, Noon).IsOnTopic);
    }

    [Fact]
    public void A_half_life_must_be_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StoryScore.Of([], Now, Noon, TimeSpan.Zero));

    private static StoryArticle At(string outlet, double hoursAgo = 2, double weight = 1, bool copy = false) =>
        new(outlet, Now.AddHours(-hoursAgo), "fr", weight, copy);
}
