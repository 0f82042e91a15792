using Aggregator.Reading.Stories;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Web.Api;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>Four unrelated stories that two outlets tell, and nothing else in the window: always the same four, in whatever order they come.</summary>
public sealed class SmallStreamTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_order_of_arrival_gives_the_four_stories()
    {
        var texts = Texts();
        // Of 40,320 orders every hundred-and-first: in step with none of their cycles.
        foreach (var order in Orders(texts.Length).Where((_, number) => Long.IsOn || number % 101 == 0))
            AssertRight(order, [.. order.Select(at => texts[at])]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Times_that_differ_by_hours_change_nothing(int seed)
    {
        var random = new Random(seed);
        var texts = Texts();
        for (var round = 0; round < Long.Of(30, 100); round++)
        {
            var order = Enumerable.Range(0, texts.Length).ToArray();
            random.Shuffle(order);
            AssertRight(order, [.. order.Select(at => texts[at] with { Time = Noon.AddMinutes(random.Next(1_200)) })]);
        }
    }

    [Fact]
    public void Texts_made_of_one_small_vocabulary_are_not_one_story()
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, 150).Select(number => $"mot{(char)('a' + number % 26)}{number}").ToArray();
        var matcher = new StoryMatcher(StoryWindow.Endless);
        var stories = Enumerable.Range(0, 200).ToDictionary(id => id, id => matcher.Add(new(id, Draw(random, words, 8), Draw(random, words, 150), "fr", Noon.AddMinutes(id))));
        foreach (var (id, story) in matcher.Review()) stories[id] = story;
        Assert.InRange(stories.Values.Distinct().Count(), 150, 200);
    }

    private static string Draw(Random random, string[] words, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));

    private static StoryText[] Texts() =>
    [
        .. ApiFixture.Told.SelectMany((told, at) => new StoryText[]
        {
            new(2 * at, told.Title, Repeated(told.One), "fr", Noon), new(2 * at + 1, told.OtherTitle, Repeated(told.Other), "fr", Noon),
        }),
    ];

    private static string Repeated(string text) => string.Join("\n\n", Enumerable.Repeat(text, 8));

    private static void AssertRight(IReadOnlyList<int> order, IReadOnlyList<StoryText> texts)
    {
        var matcher = new StoryMatcher(StoryWindow.Default);
        var found = texts.Select(text => (Told: text.Id / 2, Story: matcher.Add(text))).ToList();
        Assert.True(found.Distinct().Count() == 4 && found.DistinctBy(text => text.Story).Count() == 4, $"in the order {string.Join(' ', order)}: {string.Join(' ', found)}");
        Assert.Empty(matcher.Review());
    }

    /// <summary>Heap's algorithm, 1963.</summary>
    private static IEnumerable<int[]> Orders(int count)
    {
        var (order, turns) = (Enumerable.Range(0, count).ToArray(), new int[count]);
        yield return order;
        for (var i = 0; i < count;)
        {
            if (turns[i] >= i)
            {
                turns[i++] = 0;
                continue;
            }

            var other = i % 2 == 0 ? 0 : turns[i];
            (order[other], order[i]) = (order[i], order[other]);
            yield return order;
            turns[i]++;
            i = 0;
        }
    }
}
