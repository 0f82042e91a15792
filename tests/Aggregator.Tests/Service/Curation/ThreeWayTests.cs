using Aggregator.Curation.Text;
using Aggregator.Tests.Bench;
using CsCheck;

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
        var texts = from length in Gen.Int[0, 8]
                    let earlier = Enumerable.Range(0, length).Select(at => ((char)('a' + at)).ToString()).ToList()
                    from mine in Edits("m", length)
                    from theirs in Edits("t", length)
                    select (Earlier: earlier, Mine: mine(earlier), Theirs: theirs(earlier));
        texts.Holds(4_000, text =>
        {
            var (earlier, mine, theirs) = text;
            Assert.Equal(theirs, ThreeWay.Merge(earlier, earlier, theirs, item => item).Merged);
            Assert.Equal(mine, ThreeWay.Merge(earlier, mine, earlier, item => item).Merged);
            Assert.Equal(mine, ThreeWay.Merge(earlier, mine, mine, item => item).Merged);
            var (merged, collisions) = ThreeWay.Merge(earlier, mine, theirs, item => item);
            Assert.Equal(merged is null, collisions.Count > 0);
            Assert.Equal(merged is null, ThreeWay.Merge(earlier, theirs, mine, item => item).Merged is null);
            Assert.All(collisions, place => Assert.InRange(place, 0, Math.Max(0, theirs.Count - 1)));
            // What either put in is there; what either took out is not; the rest is there.
            if (merged is not null)
                Assert.Equal(mine.Concat(theirs).Where(item => !earlier.Contains(item)).Concat(earlier.Where(item => mine.Contains(item) && theirs.Contains(item))).Order(), merged.Order());
        });
    }

    /// <summary>Up to three insertions, changes and removals.</summary>
    private static Gen<Func<List<string>, List<string>>> Edits(string mark, int length) =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, length + 3]).Array[0, 3].Select(edits => (Func<List<string>, List<string>>)(items =>
        {
            var edited = items.ToList();
            foreach (var ((act, place), number) in edits.Select((edit, number) => (edit, number)))
            {
                var at = Math.Min(place, edited.Count);
                if (act == 0) edited.Insert(at, $"{mark}{number}");
                else if (at < edited.Count && act == 1) edited[at] = $"{mark}{number}";
                else if (at < edited.Count) edited.RemoveAt(at);
            }

            return edited;
        }));

    private static (List<string>? Merged, IReadOnlyList<int> Collisions) Merge(string earlier, string mine, string theirs) => ThreeWay.Merge(Items(earlier), Items(mine), Items(theirs), item => item);

    private static string[] Items(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
