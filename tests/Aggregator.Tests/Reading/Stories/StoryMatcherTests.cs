using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

public sealed class StoryMatcherTests
{
    [Fact]
    public void One_event_told_differently_is_one_story()
    {
        var matcher = WithBackground();
        var first = matcher.Add(Press.StrikeLyon(101));

        Assert.Equal(101, first);
        Assert.Equal(first, matcher.Add(Press.StrikeLyonRetold(102)));
        Assert.Equal(first, matcher.Add(Press.StrikeLyonFollowUp(103)));
    }

    [Fact]
    public void One_event_told_differently_in_English_is_one_story()
    {
        var matcher = WithBackground();
        var first = matcher.Add(Press.QuakeValdora(201));

        Assert.Equal(first, matcher.Add(Press.QuakeValdoraRetold(202)));
    }

    [Fact]
    public void Two_events_of_one_kind_are_two_stories()
    {
        var matcher = WithBackground();
        var lyon = matcher.Add(Press.StrikeLyon(101));

        Assert.NotEqual(lyon, matcher.Add(Press.StrikeLille(104)));
        Assert.Equal(204, matcher.Add(Press.DockersSorrel(204)));
    }

    [Fact]
    public void What_all_texts_of_a_source_share_makes_no_story()
    {
        string[] programmes = ["Harbour Lights", "The Wheat Years", "Ask a Surgeon", "Nine Bridges", "Cold Kitchen", "Letters Home", "Small Claims", "Night Ferry"];
        var series = programmes.Select((name, at) => new StoryText(
            300 + at, $"{name} {at + 1}x{at + 4} [HDRIP - KORVEX]", $"Show: {name}. Season {at + 1}, episode {at + 4}. Recorded by KORVEX, HDRIP, two files.", "en",
            Press.Monday.AddHours(at), "recordings.example"));

        var matcher = WithBackground();
        var stories = series.ToDictionary(text => text.Id, text => matcher.Add(text));
        foreach (var (id, story) in matcher.Review()) stories[id] = story;

        Assert.Equal(programmes.Length, stories.Values.Distinct().Count());
    }

    [Fact]
    public void A_source_that_tells_an_event_twice_tells_one_story()
    {
        var matcher = WithBackground();
        var first = matcher.Add(Press.QuakeValdora(201) with { Source = "valdora.example" });

        Assert.Equal(first, matcher.Add(Press.QuakeValdoraRetold(202) with { Source = "valdora.example" }));
    }

    [Fact]
    public void Unrelated_texts_open_a_story_each() =>
        Assert.Equal(Press.Background.Select(text => text.Id), StoriesOf(new(StoryWindow.Endless), Press.Background));

    [Fact]
    public void Texts_of_two_languages_never_share_a_story()
    {
        var matcher = new StoryMatcher(StoryWindow.Endless);
        var story = matcher.Add(Press.StrikeLyon(1));

        Assert.NotEqual(story, matcher.Add(Press.StrikeLyon(2) with { Language = "en" }));
        Assert.Equal(story, matcher.Add(Press.StrikeLyon(3) with { Language = "FR-ca" }));
    }

    [Fact]
    public void A_copy_has_its_originals_story_and_changes_nothing()
    {
        var (with, without) = (WithBackground(), WithBackground());
        var story = with.Add(Press.StrikeLyon(101));
        without.Add(Press.StrikeLyon(101));
        for (var copy = 0; copy < 20; copy++) Assert.Equal(story, with.Add(Press.QuakeOshima(500 + copy) with { CopyOf = copy == 0 ? 101 : 499 + copy }));

        StoryText[] later = [Press.StrikeLille(104), Press.StrikeLyonRetold(102), Press.QuakeOshima(203)];
        Assert.Equal(StoriesOf(without, later), StoriesOf(with, later));
    }

    [Fact]
    public void A_copy_of_what_is_not_in_the_window_is_a_text_like_any_other()
    {
        var matcher = WithBackground();
        var story = matcher.Add(Press.StrikeLyon(101));

        Assert.Equal(story, matcher.Add(Press.StrikeLyonRetold(102) with { CopyOf = 9_999 }));
    }

    [Fact]
    public void A_little_disorder_changes_no_story()
    {
        var matcher = WithBackground();
        var story = matcher.Add(Press.StrikeLyonFollowUp(103));

        Assert.Equal(story, matcher.Add(Press.StrikeLyon(101)));
        Assert.Equal(story, matcher.Add(Press.StrikeLyonRetold(102)));
    }

    [Fact]
    public void A_text_of_a_known_id_is_refused()
    {
        var matcher = WithBackground();
        matcher.Add(Press.StrikeLyon(101));

        Assert.Throws<ArgumentException>(() => matcher.Add(Press.StrikeLille(101)));
    }

    [Fact]
    public void The_caller_may_number_new_stories()
    {
        var matcher = WithBackground();

        Assert.Equal(7_000, matcher.Add(Press.StrikeLyon(101), newStory: 7_000));
        Assert.Equal(7_000, matcher.Add(Press.StrikeLyonRetold(102), newStory: 7_001));
    }

    internal static StoryMatcher WithBackground(StoryWindow? window = null)
    {
        var matcher = new StoryMatcher(window ?? StoryWindow.Endless);
        foreach (var text in Press.Background) matcher.Add(text);
        return matcher;
    }

    internal static List<int> StoriesOf(StoryMatcher matcher, IEnumerable<StoryText> texts) => [.. texts.Select(text => matcher.Add(text))];
}
