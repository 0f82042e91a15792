using Aggregator.Archive;
using Aggregator.Tests.Bench;
using CsCheck;

namespace Aggregator.Tests.Service.Intake;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("le chat dort", "le chien dort", "=le |-chat|+chien|= dort")]
    [InlineData("", "tout", "+tout")]
    [InlineData("même", "même", "=même")]
    [InlineData("un\n\ndeux", "un\n\ndeux\n\ntrois", "=un\n\ndeux|+\n\ntrois")]
    public void ADiffGoesWordByWord(string old, string now, string parts) => Assert.Equal(
        parts, string.Join('|', TextDiff.Of(old, now).Select(part => part.Kind switch { DiffKind.Both => "=", DiffKind.Old => "-", _ => "+" } + part.Text)));

    [Fact]
    public void EitherSideCanBeReadOffIt()
    {
        var text = Gen.Char["ab\n "].Array[0, 60].Select(signs => new string(signs));
        Gen.Select(text, text).Holds(300, pair =>
        {
            var (old, now) = pair;
            var parts = TextDiff.Of(old, now);
            Assert.Equal(old, string.Concat(parts.Where(part => part.Kind != DiffKind.New).Select(part => part.Text)));
            Assert.Equal(now, string.Concat(parts.Where(part => part.Kind != DiffKind.Old).Select(part => part.Text)));
        });
    }
}
