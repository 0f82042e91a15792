using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

/// <summary>The table of labelled addresses in the shared test data: its readme has the rules and the figures of other programs.</summary>
public sealed class UrlTableTests
{
    [SharedFact]
    public void NoTwoArticlesShareAKeyAndArticlesAreRecognised()
    {
        var rows = Rows().Where(row => !row.Note.Contains("(resolve)", StringComparison.Ordinal)).ToList();
        var pairs = rows.SelectMany((one, at) => rows.Skip(at + 1).Select(other => (one, other))).ToList();
        var same = pairs.Where(pair => pair.one.Group == pair.other.Group).ToList();

        Assert.Equal(196, same.Count);
        Assert.DoesNotContain(pairs.Except(same), HaveOneKey);
        Assert.InRange(same.Count(HaveOneKey) / (double)same.Count, 0.98, 1);
    }

    [SharedFact]
    public void CanonicalFormsAreThoseWorkedOutByHand()
    {
        var rows = Rows().Where(row => row.Canonical.Length > 0).ToList();
        var exact = rows.Count(row => CanonicalUrl.TryParse(row.Url, out var canonical) && canonical == row.Canonical);

        Assert.InRange(exact / (double)rows.Count, 0.98, 1);
    }

    private static bool HaveOneKey((Row One, Row Other) pair) => UrlKey.Of(pair.One.Url) == UrlKey.Of(pair.Other.Url);

    private static IEnumerable<Row> Rows() =>
        File.ReadLines(Shared.Path("corpus", "urls", "url_groups.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new Row(cells[0], cells[1], cells[2], cells[3]));

    private sealed record Row(string Group, string Url, string Canonical, string Note);
}
