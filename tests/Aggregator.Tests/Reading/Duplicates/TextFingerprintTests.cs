using System.Text;
using Aggregator.Reading.Duplicates;

namespace Aggregator.Tests.Reading.Duplicates;

public sealed class TextFingerprintTests
{
    [Fact]
    public void PrintsOfOneTextHaveOneFingerprint()
    {
        var changed = Articles.Harbour.Normalize(NormalizationForm.FormD).ToUpperInvariant().Replace(' ', '\u00A0').Replace("É", "É\u200B", StringComparison.Ordinal);

        Assert.NotNull(TextFingerprint.Of(Articles.Harbour));
        Assert.Equal(TextFingerprint.Of(Articles.Harbour), TextFingerprint.Of(changed));
        Assert.NotEqual(TextFingerprint.Of(Articles.Harbour), TextFingerprint.Of(Articles.Orchard));
    }

    /// <summary>The bands are stored: others for the same text would make every copy look new.</summary>
    [Fact]
    public void TheBandsAreStable()
    {
        var keys = TextFingerprint.Of(Articles.Orchard)!.Value.BandKeys();

        Assert.Equal(TextFingerprint.Bands, keys.Length);
        Assert.Equal([776560L, 4360635093L, 64443390454L], [keys[0], keys[1], keys[^1]]);
        Assert.All(keys, (key, band) => Assert.Equal(band, key >> 32));
    }

    [Fact]
    public void BytesBringItBack()
    {
        var fingerprint = TextFingerprint.Of(Articles.Orchard)!.Value;

        Assert.Equal(TextFingerprint.Size, fingerprint.ToBytes().Length);
        Assert.Equal(fingerprint, TextFingerprint.FromBytes(fingerprint.ToBytes()));
        Assert.Throws<ArgumentException>(() => TextFingerprint.FromBytes(new byte[63]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lire la suite")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z de la ou et un que pas les des")]
    [InlineData("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")]
    public void TooFewWordsHaveNone(string text) => Assert.Null(TextFingerprint.Of(text));

    /// <summary>Broder's theorem: the share of equal numbers estimates the Jaccard index, here over 60 pairs of texts made of numbered words.</summary>
    [Theory]
    [InlineData(.2)]
    [InlineData(.5)]
    [InlineData(.8)]
    public void LikenessEstimatesTheJaccardIndex(double index)
    {
        var estimates = Enumerable.Range(0, 60).Select(pair =>
        {
            var shared = (int)(300 * index / (1 + index));
            string Text(int own) => string.Join(' ', Enumerable.Range(0, 150).Select(i => $"w{pair}x{(i < shared ? i : own + i)}"));
            return TextFingerprint.Of(Text(1_000))!.Value.Likeness(TextFingerprint.Of(Text(5_000))!.Value);
        });

        Assert.Equal(index, estimates.Average(), .05);
    }

    [Fact]
    public void EveryUnitIsReadWithoutThrowing()
    {
        var words = string.Join(' ', Articles.Sentences(Articles.Orchard));
        for (var unit = 0; unit <= char.MaxValue; unit += 7)
            Assert.NotNull(TextFingerprint.Of($"{(char)unit}{words}{(char)unit}"));
    }
}
