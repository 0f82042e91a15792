using Aggregator.Curation.Text;

namespace Aggregator.Tests.Service.Curation;

/// <summary>Words that were added, and words that were taken away.</summary>
public sealed class WordChangesTests
{
    private const string Text = "Le titre\n\nUn paragraphe, et c’est tout.";

    [Theory]
    [InlineData(Text + "\n\nLa réponse de la mairie.", true)]
    [InlineData(Text + " La réponse de la mairie.", true)]
    [InlineData("Le titre\n\nLa mairie répond\u00A0:\n\nUn paragraphe, et c’est tout.", true)]
    [InlineData("Le titre\n\nUn paragraphe, dit la mairie, et c’est tout.", true)]
    [InlineData("Le titre\n\nUn paragraphe, et c’est tout", false)]
    [InlineData("Le titre\n\nUn paragraphe. La mairie répond.", false)]
    [InlineData("La réponse de la mairie.", false)]
    [InlineData("Le titre\n\net c’est tout. Un paragraphe,", false)]
    public void AReplyAddsWordsAndTakesNoneAway(string later, bool onlyAdds) => Assert.Equal(onlyAdds, WordChanges.OnlyAdds(Text, later));

    [Fact]
    public void TwoLongRepliesAddWordsToo()
    {
        var reply = string.Join(' ', Enumerable.Range(0, 1000).Select(at => $"mot{at}"));

        Assert.True(WordChanges.OnlyAdds(Text, $"Le titre\n\n{reply}\n\nUn paragraphe, {reply} et c’est tout."));
    }

    [Fact]
    public void TheLastWordStaysTheSameWhenAParagraphFollows()
    {
        Assert.Equal([new(WordChangeKind.Same, Text), new(WordChangeKind.Added, "\n\nSuite.")], WordChanges.Between(Text, Text + "\n\nSuite."));
        Assert.Equal(
            [new(WordChangeKind.Same, "Un."), new(WordChangeKind.Removed, " "), new(WordChangeKind.Added, "\n\n"), new(WordChangeKind.Same, "Deux.")], WordChanges.Between("Un. Deux.", "Un.\n\nDeux."));
    }
}
