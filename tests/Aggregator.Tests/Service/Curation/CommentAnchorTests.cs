using Aggregator.Curation;
using Aggregator.Curation.Text;

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
        var random = new Random(6);
        for (var round = 0; round < 400; round++)
        {
            var (a, b) = (Words(random), Words(random));
            var changes = WordChanges.Between(a, b);
            Assert.Equal(a, string.Concat(changes.Where(change => change.Kind != WordChangeKind.Added).Select(change => change.Text)));
            Assert.Equal(b, string.Concat(changes.Where(change => change.Kind != WordChangeKind.Removed).Select(change => change.Text)));
        }

        static string Words(Random random) => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => new[] { "un ", "deux ", "trois", " ", "\n\n", "x" }[random.Next(6)]));
    }
}
