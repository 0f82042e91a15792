using Aggregator.Reading.Urls;

namespace Aggregator.Tests.Reading.Urls;

/// <summary>
/// The table <c>addresses.tsv</c>: 120 addresses as publishers, share tools and servers write them, written before the rules and left alone
/// since. Rows of one group are one article.
/// </summary>
public sealed class FieldAddressTests
{
    /// <summary>Share of the pairs of one article that must have one key.</summary>
    private const double LeastFound = .9;

    [Fact]
    public void ArticlesAreRecognisedAndNoTwoShareAKey() =>
        AssertTable(File.ReadLines(Path.Combine(Shared.Repository, "tests", "Aggregator.Tests", "Reading", "Urls", "addresses.tsv")),
            rows: 120, LeastFound);

    [SharedFact]
    public void CasesFromTheFieldHaveOneKeyEach() =>
        AssertTable(File.ReadLines(Shared.Path("cases", "urls", "groups.tsv")), rows: 23, leastFound: 1);

    private static void AssertTable(IEnumerable<string> lines, int rows, double leastFound)
    {
        var all = lines.Skip(1).Select(line => line.Split('\t')).Select(cells => (Group: cells[0], Url: cells[1])).ToList();
        var pairs = all.SelectMany((one, at) => all.Skip(at + 1).Select(other => (one, other))).ToList();
        var same = pairs.FindAll(pair => pair.one.Group == pair.other.Group);
        var merged = pairs.FindAll(pair => pair.one.Group != pair.other.Group && HaveOneKey(pair.one.Url, pair.other.Url));

        Assert.Equal(rows, all.Count);
        Assert.Empty(merged);
        Assert.InRange(same.Count(pair => HaveOneKey(pair.one.Url, pair.other.Url)) / (double)same.Count, leastFound, 1);
    }

    private static bool HaveOneKey(string one, string other) => UrlKey.Of(one) == UrlKey.Of(other);
}
