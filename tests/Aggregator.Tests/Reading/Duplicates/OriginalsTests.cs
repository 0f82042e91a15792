using Aggregator.Reading.Duplicates;

namespace Aggregator.Tests.Reading.Duplicates;

public sealed class OriginalsTests
{
    private const string Text =
        "L’Assemblée a adopté, dans la nuit de lundi à mardi, le projet de loi de finances pour l'année prochaine.";

    [Fact]
    public void TheEarliestIsTheOriginalOfAllCopies() => Assert.Equal([0, 0, 0, 3], OriginalsOf(
        ("https://a.example/1", Text),
        ("https://b.example/2", Text.ToUpperInvariant()),
        ("https://www.a.example/1?utm_source=x", "The publisher changed the text."),
        ("https://a.example/2", Text + " Non.")));

    [Fact]
    public void NothingInCommonIsNotACopy() => Assert.Equal([0, 1, 2, 3, 4, 5], OriginalsOf(
        (null, null),
        (null, ""),
        ("not an address", "Read more"),
        ("not an address", "Read more"),
        ("https://a.example/1", "Read more"),
        ("https://a.example/2", "Read more")));

    [Fact]
    public void ACopyOfTwoOriginalsBelongsToTheEarlier() => Assert.Equal([0, 1, 0, 0], OriginalsOf(
        ("https://a.example/1", null),
        ("https://b.example/2", Text),
        ("https://a.example/1", Text),
        ("https://a.example/1", null)));

    private static IEnumerable<int> OriginalsOf(params (string? Url, string? Text)[] articles)
    {
        var originals = new Originals();
        return [.. articles.Select((article, position) => originals.Add(position, DuplicateRule.MarksOf(article.Url, article.Text)))];
    }
}
