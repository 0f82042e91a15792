using Aggregator.Archive;

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
        var random = new Random(4);
        string Text(int words) => string.Concat(Enumerable.Range(0, words).Select(_ => "ab\n "[random.Next(4)]));
        for (var round = 0; round < 300; round++)
        {
            var (old, now) = (Text(random.Next(60)), Text(random.Next(60)));
            var parts = TextDiff.Of(old, now);
            Assert.Equal(old, string.Concat(parts.Where(part => part.Kind != DiffKind.New).Select(part => part.Text)));
            Assert.Equal(now, string.Concat(parts.Where(part => part.Kind != DiffKind.Old).Select(part => part.Text)));
        }
    }
}
