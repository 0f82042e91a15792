using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Tests.Reading.Text;

public sealed class FoldedTextTests
{
    private const string Sentence =
        "L’Assemblée a adopté, dans la nuit de lundi à mardi, le projet de loi de finances pour l'année prochaine.";

    [Theory]
    [InlineData("", "")]
    [InlineData(" …!\n", "")]
    [InlineData("Élection « présidentielle » : l’été 2026", "election presidentielle l ete 2026")]
    [InlineData("E\u0301lection", "election")]
    [InlineData("Cœur, Œuvre, Lætitia, Æ, Straße, STRAẞE", "coeur oeuvre laetitia ae strasse strasse")]
    [InlineData("co\u00ADopé\u200Bration\uFEFF", "cooperation")]
    [InlineData("10\u00A0000\u202F€ – n° 1ª ½ x²", "10 000 n 1a 1 2 x2")]
    [InlineData("ﬁn ＡＢＣ １２", "fin abc 12")]
    [InlineData("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Москва́ йод", "москва иод")]
    [InlineData("हिन्दी", "हिनदी")]
    [InlineData("日本語。テスト", "日本語 テスト")]
    [InlineData("𝐁𝐨𝐥𝐝 😀 text", "bold text")]
    [InlineData("a\uD800b\uDC00", "a b")]
    [InlineData("a\uFFFEb\u0378c", "a b c")]
    public void OnlyLettersDigitsAndSingleSpacesStay(string text, string folded)
    {
        Assert.Equal(folded, FoldedText.Of(text));
        Assert.Equal(folded, FoldedText.Of(folded));
    }

    [Fact]
    public void ALigatureMayBecomeAPhrase() =>
        Assert.Equal(500, FoldedText.Of(new string('\uFDFA', 500)).Split("صلى").Length - 1);

    [Fact]
    public void PrintsOfOneTextHaveOneHash()
    {
        var hash = FoldedText.Hash(Sentence);

        Assert.NotNull(hash);
        Assert.Equal(hash, FoldedText.Hash(Sentence.Normalize(NormalizationForm.FormD).ToUpperInvariant().Replace(' ', '\u00A0')));
        Assert.NotEqual(hash, FoldedText.Hash(Sentence.Replace("lundi", "jeudi", StringComparison.Ordinal)));
    }

    /// <summary>The number is stored: another one for the same text would make every copy look new.</summary>
    [Fact]
    public void TheHashIsStable() => Assert.Equal(7788910664368014607, FoldedText.Hash(new string('a', FoldedText.MinHashedLetters)));

    [Theory]
    [InlineData("")]
    [InlineData("Read more")]
    [InlineData("Cet article est réservé aux abonnés. Connectez-vous pour en lire la suite.")]
    public void AShortTextHasNoHash(string text) => Assert.Null(FoldedText.Hash(text));

    [Fact]
    public void TheBoundCountsLettersAndDigits()
    {
        Assert.Null(FoldedText.Hash(string.Join(", ", Enumerable.Repeat('a', FoldedText.MinHashedLetters - 1))));
        Assert.NotNull(FoldedText.Hash(string.Join(", ", Enumerable.Repeat('a', FoldedText.MinHashedLetters))));
    }

    [Fact]
    public void EveryUnitFoldsWithoutThrowing()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var folded = FoldedText.Of($"a{(char)unit}b");
            Assert.StartsWith("a", folded, StringComparison.Ordinal);
            Assert.Equal(folded, FoldedText.Of(folded));
        }
    }
}
