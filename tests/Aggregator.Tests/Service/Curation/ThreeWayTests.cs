using Aggregator.Curation;
using Aggregator.Curation.Text;

namespace Aggregator.Tests.Service.Curation;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("a b c", "a B c", "a b C", "a B C")]
    [InlineData("a b", "A b", "a B", "A B")]
    [InlineData("a b", "a b x", "a b y", "a b y x")]
    [InlineData("a b", "x a b", "a b y", "x a b y")]
    [InlineData("a b c", "a c", "a b c d", "a c d")]
    [InlineData("a b c", "a c", "a c", "a c")]
    [InlineData("a b c", "a B c", "a B c", "a B c")]
    [InlineData("a b c", "c a b", "a b c x", "c a b x")]
    [InlineData("", "x", "y", "y x")]
    [InlineData("a", "", "a", "")]
    public void WhatDoesNotCollideIsPutTogether(string earlier, string mine, string theirs, string merged) =>
        Assert.Equal(Items(merged), Merge(earlier, mine, theirs).Merged);

    [Theory]
    [InlineData("a b c", "a B c", "a X c", 1)]
    [InlineData("a b c", "a c", "a X c", 1)]
    [InlineData("a", "", "A", 0)]
    [InlineData("a b c d", "a x d", "a b C d", 2)]
    public void WhatCollidesIsNamedByItsPlaceInWhatIsStored(string earlier, string mine, string theirs, int place)
    {
        var (merged, collisions) = Merge(earlier, mine, theirs);
        Assert.Null(merged);
        Assert.Contains(place, collisions);
    }

    [Fact]
    public void WhoChangedNothingLosesNothingAndBothSidesAgree()
    {
        var random = new Random(4711);
        for (var turn = 0; turn < 4000; turn++)
        {
            var earlier = Enumerable.Range(0, random.Next(9)).Select(at => ((char)('a' + at)).ToString()).ToList();
            var (mine, theirs) = (Edit(earlier, random, "m"), Edit(earlier, random, "t"));

            Assert.Equal(theirs, ThreeWay.Merge(earlier, earlier, theirs, item => item).Merged);
            Assert.Equal(mine, ThreeWay.Merge(earlier, mine, earlier, item => item).Merged);
            Assert.Equal(mine, ThreeWay.Merge(earlier, mine, mine, item => item).Merged);
            var (merged, collisions) = ThreeWay.Merge(earlier, mine, theirs, item => item);
            Assert.Equal(merged is null, collisions.Count > 0);
            Assert.Equal(merged is null, ThreeWay.Merge(earlier, theirs, mine, item => item).Merged is null);
            Assert.All(collisions, place => Assert.InRange(place, 0, Math.Max(0, theirs.Count - 1)));
            if (merged is null) continue;
            // What either put in is there; what either took out is not; the rest is there.
            Assert.Equal(mine.Concat(theirs).Where(item => !earlier.Contains(item)).Concat(earlier.Where(item => mine.Contains(item) && theirs.Contains(item))).Order(), merged.Order());
        }
    }

    private static List<string> Edit(List<string> items, Random random, string mark)
    {
        var edited = items.ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(edited.Count + 1);
            switch (random.Next(3))
            {
                case 0: edited.Insert(at, $"{mark}{i}"); break;
                case 1 when at < edited.Count: edited[at] = $"{mark}{i}"; break;
                case 2 when at < edited.Count: edited.RemoveAt(at); break;
            }
        }

        return edited;
    }

    private static (List<string>? Merged, IReadOnlyList<int> Collisions) Merge(string earlier, string mine, string theirs) => ThreeWay.Merge(Items(earlier), Items(mine), Items(theirs), item => item);

    private static string[] Items(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
