using Aggregator.Curation.Text;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Service.Curation;

/// <summary>A comment stays with its words, whatever is written around them.</summary>
public sealed class CommentAnchorTests
{
    private const string Text = "Le titre\n\nLa panne a duré onze heures. La panne a coûté cher.\n\nUne autre affaire.";

    [Theory]
    [InlineData("Le nouveau titre\n\nLa panne a duré onze heures. La panne a coûté cher.\n\nUne autre affaire.", "onze heures")]
    [InlineData("Le titre\n\nUne autre affaire.\n\nLa panne a duré onze heures. La panne a coûté cher.", "onze heures")]
    [InlineData("Le titre\n\nLa panne a duré onze longues heures. La panne a coûté cher.\n\nUne autre affaire.", "onze longues heures")]
    public void ItFollows(string later, string words)
    {
        var now = CommentAnchor.Follow(Text, later, Text.IndexOf("onze heures", StringComparison.Ordinal), "onze heures");
        Assert.Equal(words, now?.Words);
        Assert.Equal(words, later.Substring(now!.Value.Start, words.Length));
    }

    [Fact]
    public void OfTheSameWordsItKeepsItsOwn()
    {
        var second = Text.LastIndexOf("La panne", StringComparison.Ordinal);
        var later = "Le titre\n\nVoici. " + Text["Le titre\n\n".Length..];
        Assert.Equal(later.LastIndexOf("La panne", StringComparison.Ordinal), CommentAnchor.Follow(Text, later, second, "La panne")?.Start);
    }

    [Fact]
    public void WordsThatAreGoneAreGone() =>
        Assert.Null(CommentAnchor.Follow(Text, "Le titre\n\nUne autre affaire.", Text.IndexOf("onze heures", StringComparison.Ordinal), "onze heures"));

    [Fact]
    public void ChangesPutTogetherGiveBothTexts()
    {
        var text = Gen.OneOf("un ", "deux ", "trois", " ", "\n\n", "x").Array[0, 29].Select(string.Concat);
        Gen.Select(text, text).Holds(400, pair =>
        {
            var (a, b) = pair;
            var changes = WordChanges.Between(a, b);
            Assert.Equal(a, string.Concat(changes.Where(change => change.Kind != WordChangeKind.Added).Select(change => change.Text)));
            Assert.Equal(b, string.Concat(changes.Where(change => change.Kind != WordChangeKind.Removed).Select(change => change.Text)));
        });
    }
}
