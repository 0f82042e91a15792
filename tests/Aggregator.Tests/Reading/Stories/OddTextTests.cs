using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

public sealed class OddTextTests
{
    public static TheoryData<string> Odd => new()
    {
        "", " \t\n", "...", "le la les", "\ud83d", "\udc00\udc00 x", "a\u0301\u0301\u0301", "\uffff\ufffe", "🙂🙂🙂", new string('x', 100_000), "\u00ad\u00ad", "5",
        "Straße œuvre ﷺ ½",
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Any_text_has_a_story(string odd)
    {
        var matcher = StoryMatcherTests.WithBackground(StoryWindow.Default);
        Assert.Equal(900, matcher.Add(new(900, odd, odd, null, null)));
        Assert.InRange(matcher.Add(new(901, odd, "", "", Press.Monday)), 900, 901);
        matcher.Add(new(902, "", odd, "fr", Press.Monday.AddDays(30)));
        Assert.Equal(1, matcher.Count);
        Assert.Equal(902, StoryHeadline.Of([new(901, "", odd, null, null), new(902, "Un titre", odd, null, null)])?.ArticleId);
    }

    [Fact]
    public void Texts_without_words_are_never_one_story()
    {
        var matcher = new StoryMatcher(StoryWindow.Endless);
        Assert.Equal([1, 2, 3], StoryMatcherTests.StoriesOf(matcher, Enumerable.Range(1, 3).Select(id => new StoryText(id, "", "", "fr", Press.Monday))));
    }

    [Fact]
    public void A_huge_text_costs_no_more_than_its_beginning()
    {
        var matcher = StoryMatcherTests.WithBackground();
        var story = matcher.Add(Press.StrikeLyon(101));
        var huge = string.Join(' ', Enumerable.Range(0, 400_000).Select(number => $"mot{number}"));

        Assert.Equal(story, matcher.Add(Press.StrikeLyonRetold(102)));
        Assert.Equal(103, matcher.Add(new(103, "Tout autre chose", huge, "fr", Press.Monday)));
    }
}
