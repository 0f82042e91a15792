using Aggregator.Reading.Duplicates;

namespace Aggregator.Tests.Reading.Duplicates;

public sealed class OriginalsTests
{
    private const string Text =
        "L’Assemblée a adopté, dans la nuit de lundi à mardi, le projet de loi de finances pour l'année prochaine.";

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

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

    [Fact]
    public void AChangedCopyIsTiedToItsOriginalWithAScore()
    {
        var originals = new Originals();

        Assert.Null(originals.Add(0, Arriving(Articles.Harbour)));
        Assert.Equal(new FoundCopy(0, 1), originals.Add(1, Arriving(Articles.Harbour.ToUpperInvariant())));
        var cut = originals.Add(2, Arriving("(AFP) - " + Articles.FirstSentences(Articles.Harbour, 5) + "\n\nLire la suite"));

        Assert.Equal(0, cut?.Original);
        Assert.InRange(cut!.Value.Score, .8, .999);
    }

    /// <summary>Each version drops the first sentence of the last and adds one: the first and the last share nothing.</summary>
    [Fact]
    public void AChainOfChangesDoesNotDriftAway()
    {
        var sentences = Articles.Sentences(Articles.Harbour).Concat(Articles.Sentences(Articles.Orchard)).ToList();
        var originals = new Originals();
        var found = Enumerable.Range(0, 10).Select(i => originals.Add(i, Arriving(string.Join(' ', sentences.Skip(i).Take(9))))?.Original ?? i).ToList();

        Assert.Equal([0, 0, 0], found.Take(3));
        Assert.DoesNotContain(0, found.Skip(7));
        Assert.All(found, original => Assert.Equal(original, found[original]));
    }

    [Fact]
    public void AfterTheWindowOnlyAddressAndEqualTextAreRecognised()
    {
        var changed = Articles.FirstSentences(Articles.Harbour, 6);
        var originals = new Originals(TimeSpan.FromDays(90));
        originals.Add(0, Arriving(Articles.Harbour, Monday, "https://a.example/1"));

        Assert.Equal(0, originals.Add(1, Arriving(changed, Monday.AddDays(90)))?.Original);
        Assert.Null(originals.Add(2, Arriving(changed + " Fin.", Monday.AddDays(91))));
        Assert.Equal(0, originals.Add(3, Arriving(Articles.Harbour, Monday.AddDays(91)))?.Original);
        Assert.Equal(0, originals.Add(4, Arriving("Autre chose.", Monday.AddDays(91), "https://a.example/1"))?.Original);
    }

    /// <summary>Short notes, two sentences each, in a wrapper that is longer than they are: two more notes tell it from a text.</summary>
    [Fact]
    public void ASitesWrapperMakesNoCopiesOnceItIsKnown()
    {
        var originals = new Originals();
        var notes = Articles.Sentences(Articles.Harbour).Concat(Articles.Sentences(Articles.Orchard)).Chunk(2);
        var found = notes.Select((note, position) => originals.Add(position, Arriving($"{Articles.Wrapper} {string.Join(' ', note)}"))).ToList();

        Assert.Equal(11, found.Count);
        Assert.All(found.Skip(3), Assert.Null);
    }

    private static ArrivingText Arriving(string text, DateTimeOffset? time = null, string? url = null) => new(url, "site", time, text);

    private static IEnumerable<int> OriginalsOf(params (string? Url, string? Text)[] articles)
    {
        var originals = new Originals();
        return [.. articles.Select((article, position) => originals.Add(position, new(article.Url, null, null, article.Text))?.Original ?? position)];
    }
}
