using Aggregator.Curation.Quotes;

namespace Aggregator.Tests.Service.Curation;

/// <summary>What an editor may change in a quote, and that one altered word is not among it.</summary>
public sealed class QuoteComparisonTests
{
    private const string Article =
        "Le patron parle longtemps.\n\nIl a dit : « Nous ne fermons pas la porte, nous éteignons la vitrine ; c'est un premier pas... Un code à quatre chiffres, dans une famille, cela dure un week-end. » Son cœur de métier n’a pas changé, et les 2,5 milliards d’utilisateurs non plus.";

    [Theory]
    [InlineData("Nous ne fermons pas la porte, nous éteignons la vitrine", QuoteLiberties.None)]
    [InlineData("Nous ne fermons\u00A0pas  la porte, nous éteignons la vitrine", QuoteLiberties.WhiteSpace)]
    [InlineData("c’est un premier pas…", QuoteLiberties.Typography)]
    [InlineData("nous ne fermons pas la porte", QuoteLiberties.Initial)]
    [InlineData("[n]ous ne fermons pas la porte", QuoteLiberties.Initial)]
    [InlineData("Nous ne fermons pas la porte […] c’est un premier pas", QuoteLiberties.Ellipsis)]
    [InlineData("Nous ne fermons pas la porte (...) cela dure un week-end", QuoteLiberties.Ellipsis)]
    [InlineData("nous éteignons [sur le port] la vitrine", QuoteLiberties.Insertion | QuoteLiberties.None)]
    [InlineData("dans [la] famille, cela dure un week-end", QuoteLiberties.Insertion)]
    [InlineData("Son coeur de métier n'a pas changé", QuoteLiberties.Typography)]
    public void WhatMayBeChangedIsNamed(string quote, QuoteLiberties liberties)
    {
        var verdict = QuoteComparison.Of(quote, Article);
        Assert.True(verdict.IsFaithful, quote);
        Assert.Equal(liberties, verdict.Liberties);
    }

    [Theory]
    [InlineData("Nous ne fermons pas la fenêtre, nous éteignons la vitrine", "Nous ne fermons pas la porte, nous éteignons la vitrine")]
    [InlineData("Nous fermons pas la porte", "Nous ne fermons pas la porte")]
    [InlineData("Nous ne fermons pas la porte nous éteignons la vitrine", "Nous ne fermons pas la porte, nous éteignons la vitrine")]
    [InlineData("les 2,6 milliards d’utilisateurs non plus", "milliards d’utilisateurs non plus")]
    [InlineData("Nous ne fermons pas la porte […] la fenêtre", "Nous ne fermons pas la porte")]
    public void OneAlteredWordIsADifferenceAndBothTextsAreShown(string quote, string theirs)
    {
        var verdict = QuoteComparison.Of(quote, Article);
        Assert.False(verdict.IsFaithful);
        Assert.Contains(theirs, verdict.Passage, StringComparison.Ordinal);
    }

    [Fact]
    public void EachWordOfAQuoteCounts()
    {
        const string Quote = "Un code à quatre chiffres, dans une famille, cela dure un week-end";
        var words = Quote.Split(' ');
        for (var at = 0; at < words.Length; at++)
        {
            var changed = words.ToArray();
            changed[at] = "autrement";
            Assert.False(QuoteComparison.Of(string.Join(' ', changed), Article).IsFaithful, changed[at]);
            Assert.False(QuoteComparison.Of(string.Join(' ', words.Where((_, i) => i != at || i == 0 || i == words.Length - 1)), Article).IsFaithful && at > 0 && at < words.Length - 1, words[at]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[…]")]
    [InlineData("« »")]
    [InlineData("[a] [b] [c] [d] […] […] […] […] […] […] […] zzz")]
    public void AHostileQuoteIsNotFoundAndEndsSoon(string quote) =>
        Assert.False(QuoteComparison.Of(quote, string.Concat(Enumerable.Repeat("a b c d ", 3000))).IsFaithful);
}
