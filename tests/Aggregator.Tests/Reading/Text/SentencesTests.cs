using Aggregator.Reading.Text;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Reading.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Il pleut. Il fait froid.", "Il pleut.|Il fait froid.")]
    [InlineData("M. Petit et Mme. Roy sont partis. Le Dr. Bost reste.", "M. Petit et Mme. Roy sont partis.|Le Dr. Bost reste.")]
    [InlineData("« Pourquoi ? » demande-t-il. Personne ne répond.", "« Pourquoi ? » demande-t-il.|Personne ne répond.")]
    [InlineData("« C’est fini. » Elle se tait.", "« C’est fini. »|Elle se tait.")]
    [InlineData("Cf. p. 12 du rapport, art. 3. La suite est connue.", "Cf. p. 12 du rapport, art. 3.|La suite est connue.")]
    [InlineData("Des pommes, des poires, etc. Le marché ferme.", "Des pommes, des poires, etc.|Le marché ferme.")]
    [InlineData("J.-P. Roux a voté. 3,5 millions ont suivi !", "J.-P. Roux a voté.|3,5 millions ont suivi !")]
    [InlineData("Vraiment ?! Oui… enfin presque. Ah… Bon.", "Vraiment ?!|Oui… enfin presque.|Ah…|Bon.")]
    [InlineData("Mr. Lee met Dr. J. K. Moor at 5 p.m. on Monday. He left.", "Mr. Lee met Dr. J. K. Moor at 5 p.m. on Monday.|He left.")]
    [InlineData("The U.S. Senate voted. It was 5 p.m. The room was empty.", "The U.S. Senate voted.|It was 5 p.m.|The room was empty.")]
    [InlineData("“Is it over?” she asked. “Yes.” Nobody moved.", "“Is it over?” she asked.|“Yes.”|Nobody moved.")]
    [InlineData("Acme Inc. Chief Ann Lee spoke (briefly.) Then e.g. Bob left.", "Acme Inc. Chief Ann Lee spoke (briefly.)|Then e.g. Bob left.")]
    [InlineData("See example.com/a.html for v. 2.0.1 of it. Done", "See example.com/a.html for v. 2.0.1 of it.|Done")]
    [InlineData("A title\nA sentence. Another", "A title|A sentence.|Another")]
    [InlineData("1. First point\n2. Second point", "1. First point|2. Second point")]
    [InlineData("", "")]
    public void Sentences_end_where_readers_end_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(text).Select(range => text[range])));

    [Fact]
    public void No_word_is_lost_whatever_the_text()
    {
        Gen.OneOf(". ", "M. ", "…", "! ", "?", " »", "« ", "a", "B", "etc. ", "\n", "3.5", "\u00A0", "\uDC00", "(", ")", " ").Array[0, 29].Select(string.Concat)
            .Holds(3_000, text => Assert.Equal(Dense(text), Dense(string.Concat(Sentences.Of(text).Select(range => text[range])))));
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
