using System.Text;
using Aggregator.Reading.Duplicates;

namespace Aggregator.Tests.Reading.Duplicates;

/// <summary>What is a copy and what only looks like one.</summary>
public sealed class DuplicateRuleTests
{
    public static TheoryData<string, string, string> Copies => new()
    {
        { "the same", Articles.Harbour, Articles.Harbour },
        { "typography", Articles.Harbour, Articles.Harbour.Normalize(NormalizationForm.FormD).Replace('\'', '’').Replace("«", "“", StringComparison.Ordinal).Replace("tempête", "tem\u00ADpête", StringComparison.Ordinal) },
        { "capitals", Articles.Harbour, Articles.Harbour.ToUpperInvariant() },
        { "credit and wrapper", Articles.Harbour, "PARIS (AFP) — " + Articles.Harbour + "\n\nAbonnez-vous à notre lettre. Suivez-nous sur les réseaux sociaux. Partager cet article par courriel." },
        { "first third", Articles.Harbour, Articles.FirstSentences(Articles.Harbour, 4) + " Lire la suite" },
        { "other order", Articles.Harbour, string.Join("\n\n", Articles.Harbour.Split("\n\n").Reverse()) },
        { "a letter in forty wrong", Articles.Harbour, Articles.Misread(Articles.Harbour, 40) },
        { "English", Articles.Orchard, "By Staff and Agencies | " + Articles.FirstSentences(Articles.Orchard, 6) },
    };

    public static TheoryData<string, string, string> LookAlikes => new()
    {
        { "other matters", Articles.Harbour, Articles.Orchard },
        { "a quote", Articles.Orchard, Articles.Harbour + " “" + Articles.FirstSentences(Articles.Orchard, 2) + "”" },
        { "a template filled anew", Articles.Filled("Kermor", "Jean Guillou", "Anne Prigent", 12), Articles.Filled("Landreau", "Marc Sorel", "Lise Fontan", 7) },
        { "nothing", "", "" },
        { "nothing and something", Articles.Harbour, "" },
        { "two words", "Lire aussi", "Lire aussi" },
        { "a shared teaser line", Articles.Harbour, "Le port de Kerrien restera fermé aux chalutiers jusqu'au printemps prochain." },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void CopiesAreRecognisedBothWays(string what, string original, string copy)
    {
        Assert.True(Score(original, copy) > .45, what);
        Assert.Equal(Score(original, copy), Score(copy, original));
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void LookAlikesAreNot(string what, string one, string other)
    {
        Assert.True(Score(one, other) is null, what);
        Assert.True(Score(other, one) is null, what);
    }

    [Fact]
    public void WhatTwoOtherTextsOfTheSiteHoldDoesNotCount()
    {
        var notes = Articles.Sentences(Articles.Orchard.ToLowerInvariant()).Chunk(2).Select(note => ComparedText.Of($"{Articles.Wrapper} {string.Join(' ', note)}")).ToList();
        var copy = ComparedText.Of($"{Articles.Wrapper} {Articles.Harbour}");
        var original = ComparedText.Of(Articles.Harbour);

        Assert.NotNull(DuplicateRule.CopyScore(notes[0], notes[1], []));
        Assert.Null(DuplicateRule.CopyScore(notes[0], notes[1], notes.Skip(2)));
        Assert.NotNull(DuplicateRule.CopyScore(original, copy, notes.Skip(2)));
    }

    /// <summary>An outlet that has printed a text three times has not thereby made a wrapper of it.</summary>
    [Fact]
    public void FurtherEditionsOfTheTextAreNoWrapper()
    {
        var original = ComparedText.Of(Articles.Harbour);
        var editions = Enumerable.Range(8, 4).Select(count => ComparedText.Of(Articles.FirstSentences(Articles.Harbour, count))).ToList();

        Assert.NotNull(DuplicateRule.CopyScore(original, editions[0], editions.Skip(1)));
    }

    private static double? Score(string one, string other) => DuplicateRule.CopyScore(ComparedText.Of(one), ComparedText.Of(other), []);
}
