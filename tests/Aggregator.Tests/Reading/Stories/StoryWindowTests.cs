using Aggregator.Reading.Stories;

namespace Aggregator.Tests.Reading.Stories;

public sealed class StoryWindowTests
{
    private static readonly StoryWindow Week = new(TimeSpan.FromDays(7));

    [Fact]
    public void A_text_within_the_window_joins_and_one_after_it_opens_a_story()
    {
        var matcher = new StoryMatcher(Week);
        Assert.Equal(101, matcher.Add(Press.StrikeLyon(101)));
        Assert.Equal(101, matcher.Add(Press.StrikeLyon(102) with { Time = Press.Monday.AddDays(1) }));
        Assert.Equal(103, matcher.Add(Press.StrikeLyon(103) with { Time = Press.Monday.AddDays(20) }));
    }

    [Fact]
    public void A_copy_whose_original_left_the_window_does_not_join()
    {
        var matcher = new StoryMatcher(Week);
        matcher.Add(Press.StrikeLyon(101));
        Assert.Equal(102, matcher.Add(Press.StrikeLyon(102) with { Time = Press.Monday.AddDays(20), CopyOf = 101 }));
    }

    [Fact]
    public void What_left_the_window_is_forgotten()
    {
        var matcher = new StoryMatcher(Week);
        for (var day = 0; day < 400; day++)
        {
            matcher.Add(Press.StrikeLyon(day * 2) with { Time = Press.Monday.AddDays(day), Title = $"Grève du métro {day}" });
            matcher.Add(Press.QuakeValdora(day * 2 + 1) with { Time = Press.Monday.AddDays(day), CopyOf = day * 2 });
            Assert.InRange(matcher.Count, 2, 16);
        }
    }

    [Fact]
    public void What_may_be_old_tells_no_event_of_this_week_but_as_a_near_copy()
    {
        var matcher = StoryMatcherTests.WithBackground();
        var first = matcher.Add(Press.StrikeLyon(101));

        Assert.Equal(102, matcher.Add(Press.StrikeLyonRetold(102) with { IsOfAnyTime = true }));
        Assert.Equal(first, matcher.Add(Press.StrikeLyon(103) with { IsOfAnyTime = true }));
    }

    [Fact]
    public void An_undated_text_stays_as_long_as_the_newest_when_it_came()
    {
        var matcher = new StoryMatcher(Week);
        matcher.Add(Press.QuakeValdora(1));
        Assert.Equal(101, matcher.Add(Press.StrikeLyon(101) with { Time = null }));
        matcher.Add(Press.QuakeOshima(2) with { Time = Press.Monday.AddDays(6) });
        Assert.Equal(101, matcher.Add(Press.StrikeLyon(102) with { Time = null }));
        matcher.Add(Press.QuakeOshima(3) with { Time = Press.Monday.AddDays(14) });
        Assert.Equal(1, matcher.Count);
    }

    [Fact]
    public void A_text_older_than_the_window_does_no_harm()
    {
        var matcher = new StoryMatcher(Week);
        matcher.Add(Press.StrikeLyon(101));
        matcher.Add(Press.QuakeValdora(201) with { Time = Press.Monday.AddYears(-30) });
        Assert.Equal(101, matcher.Add(Press.StrikeLyonRetold(102)));
        Assert.Equal(2, matcher.Count);
    }

    [Fact]
    public void A_matcher_restored_from_the_window_goes_on_as_if_it_had_never_stopped()
    {
        StoryText[] before = [.. Press.Background, Press.StrikeLyon(101), Press.QuakeValdora(201), Press.StrikeLyon(105) with { CopyOf = 101 }];
        StoryText[] after = [Press.StrikeLille(104), Press.StrikeLyonRetold(102), Press.QuakeValdoraRetold(202), Press.StrikeLyon(106) with { CopyOf = 105 }];
        var running = new StoryMatcher(Week);
        var stories = StoryMatcherTests.StoriesOf(running, before);

        var restored = new StoryMatcher(Week);
        foreach (var (text, story) in before.Zip(stories)) restored.Restore(text, story);

        Assert.Equal(StoryMatcherTests.StoriesOf(running, after), StoryMatcherTests.StoriesOf(restored, after));
    }

    [Fact]
    public void What_an_editor_put_together_stays_together()
    {
        var matcher = new StoryMatcher(Week);
        foreach (var text in Press.Background) matcher.Restore(text, text.Id);
        matcher.Restore(Press.StrikeLyon(101), 9_000);
        matcher.Restore(Press.StrikeLille(104), 9_000);
        Assert.Equal(9_000, matcher.Add(Press.StrikeLyonRetold(102)));
    }

    [Fact]
    public void A_text_that_is_taken_out_was_never_there()
    {
        var (with, without) = (StoryMatcherTests.WithBackground(Week), StoryMatcherTests.WithBackground(Week));
        with.Add(Press.StrikeLyon(101));
        with.Add(Press.QuakeOshima(501) with { CopyOf = 101 });
        with.Remove(101);
        with.Remove(501);
        with.Remove(9_999);

        StoryText[] later = [Press.StrikeLille(104), Press.StrikeLyonRetold(102), Press.StrikeLyonFollowUp(103)];
        Assert.Equal(without.Count, with.Count);
        Assert.Equal(StoryMatcherTests.StoriesOf(without, later), StoryMatcherTests.StoriesOf(with, later));
    }

    [Fact]
    public void A_text_that_was_taken_out_can_come_again_with_other_words_and_a_copy_with_it()
    {
        var matcher = StoryMatcherTests.WithBackground(Week);
        var story = matcher.Add(Press.StrikeLyon(101));
        matcher.Add(Press.QuakeValdora(102));
        matcher.Add(Press.QuakeValdora(103) with { CopyOf = 102 });
        matcher.Remove(102);

        Assert.Equal(story, matcher.Add(Press.StrikeLyonRetold(102), newStory: 7_000));
        Assert.Equal(story, matcher.Review()[103]);
    }

    [Fact]
    public void A_text_that_came_again_leaves_the_window_with_those_of_its_new_time()
    {
        var matcher = new StoryMatcher(Week);
        matcher.Add(Press.StrikeLyon(101));
        matcher.Remove(101);
        matcher.Add(Press.StrikeLyon(101) with { Time = Press.Monday.AddDays(6) });
        matcher.Add(Press.QuakeOshima(102) with { Time = Press.Monday.AddDays(8) });
        Assert.Equal(2, matcher.Count);
        matcher.Add(Press.QuakeOshima(103) with { Time = Press.Monday.AddDays(14) });
        Assert.Equal(2, matcher.Count);
    }
}
