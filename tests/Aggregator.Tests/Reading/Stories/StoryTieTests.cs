using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Stories;
using Xunit.Abstractions;

namespace Aggregator.Tests.Reading.Stories;

/// <summary>
/// Thirty events told in French and in English, ten of them about companies that are in several: all other pairings of a French and an English text, 870, are no pairs.
/// The bars are a precision of .95 and a recall of .6.
/// </summary>
public sealed class StoryTieTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private sealed record Pair(string Fr, string En);

    private static readonly List<Pair> Pairs =
    [
        .. File.ReadLines(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Stories", "ties.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Pair>(line, JsonSerializerOptions.Web)!),
    ];

    [Fact]
    public void OneEventInTwoLanguagesIsTiedAndTwoEventsAreNot()
    {
        var french = Pairs.Select(pair => StoryFacts.Of(pair.Fr, "fr")).ToList();
        var english = Pairs.Select(pair => StoryFacts.Of(pair.En, "en-GB")).ToList();
        var tied = (from one in Enumerable.Range(0, Pairs.Count)
                    from other in Enumerable.Range(0, Pairs.Count)
                    where StoryTie.Strength(french[one], english[other], Day) is not null
                    select (one, other)).ToList();
        var right = tied.Count(pair => pair.one == pair.other);
        var (precision, recall) = ((double)right / tied.Count, (double)right / Pairs.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Pairs.Count} pairs, {Pairs.Count * (Pairs.Count - 1)} non-pairs: precision {precision:0.000}, recall {recall:0.000}; wrong: {string.Join(' ', tied.Where(pair => pair.one != pair.other))}; missed: {string.Join(' ', Enumerable.Range(0, Pairs.Count).Except(tied.Where(pair => pair.one == pair.other).Select(pair => pair.one)))}"));

        Assert.True(precision >= .95, $"precision {precision}");
        Assert.True(recall >= .6, $"recall {recall}");
    }

    [Fact]
    public void WhatIsToldAWeekLaterIsAnotherEvent()
    {
        var (fr, en) = (StoryFacts.Of(Pairs[0].Fr, "fr"), StoryFacts.Of(Pairs[0].En, "en"));

        Assert.NotNull(StoryTie.Strength(fr, en, Day));
        Assert.NotNull(StoryTie.Strength(fr, en, -Day));
        Assert.Null(StoryTie.Strength(fr, en, TimeSpan.FromDays(7)));
    }

    [Theory]
    [InlineData("fr", "1,2 milliard, 46 000 et 34,7 %, en 2025", "1200000000 34.7 46000")]
    [InlineData("en", "1.2 billion, 46,000 and 34.7%, in 2025", "1200000000 34.7 46000")]
    [InlineData("en", "1,240 accounts, 5 of them", "1240")]
    [InlineData("fr", "1,24 euro ; 3 juges ; 118 millions d’euros", "1.24 118000000")]
    public void FiguresAreReadInTheirLanguage(string language, string text, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', StoryFacts.Of(text, language).Numbers.Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void NamesAreTheSameInBothLanguages()
    {
        Assert.Subset(StoryFacts.Of("Selon l’Arcom, l'Allemagne et d’Elon Musk", "fr").Names.Keys.ToHashSet(), StoryFacts.Of("Arcom, Germany and Elon Musk's", "en").Names.Keys.ToHashSet());
        Assert.Empty(StoryFacts.Of("", "fr").Names);
        Assert.Empty(StoryFacts.Of("The 5 of us", null).Names);
    }
}
