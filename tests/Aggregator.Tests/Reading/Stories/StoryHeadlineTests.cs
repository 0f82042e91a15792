using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

public sealed class StoryHeadlineTests
{
    [Fact]
    public void The_title_that_says_what_the_others_say_is_chosen()
    {
        StoryText[] articles =
        [
            Press.StrikeLyonFollowUp(1) with { Title = "« On ne lâchera rien »" },
            Press.StrikeLyon(2),
            Press.StrikeLyonRetold(3) with { Title = "Le billet du jour" },
        ];
        var headline = StoryHeadline.Of(articles);

        Assert.Equal((2, "Métro de Lyon : les conducteurs votent la grève reconductible"), (headline?.ArticleId, headline?.Title));
        Assert.StartsWith("Réunis dimanche soir", headline?.Lead, StringComparison.Ordinal);
        Assert.EndsWith(".", headline?.Lead, StringComparison.Ordinal);
        Assert.InRange(headline!.Lead.Length, 1, 280);
    }

    [Fact]
    public void A_copys_title_is_not_chosen_while_an_original_has_one()
    {
        var headline = StoryHeadline.Of([Press.StrikeLyon(1) with { CopyOf = 2 }, Press.StrikeLyon(2) with { Title = "Autre titre" }]);
        Assert.Equal(2, headline?.ArticleId);
    }

    [Fact]
    public void Without_a_title_there_is_no_headline() => Assert.Null(StoryHeadline.Of([Press.StrikeLyon(1) with { Title = " " }]));

    [Theory]
    [InlineData("Titre\n\nUne  phrase.", "Une phrase.")]
    [InlineData("", "")]
    public void The_lead_is_one_line_without_the_title(string text, string lead) =>
        Assert.Equal(lead, StoryHeadline.Of([new(1, "Titre", text, "fr", null)])?.Lead);

    [Fact]
    public void A_long_first_sentence_is_cut_between_words()
    {
        var lead = StoryHeadline.Of([new(1, "Titre", string.Join(' ', Enumerable.Repeat("parole", 100)), "fr", null)])!.Lead;
        Assert.EndsWith("parole…", lead, StringComparison.Ordinal);
        Assert.InRange(lead.Length, 200, 281);
    }
}
