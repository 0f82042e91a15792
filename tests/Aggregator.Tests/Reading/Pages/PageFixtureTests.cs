namespace Aggregator.Tests.Reading.Pages;

/// <summary>One kind of page in many themes: every field of every entry.</summary>
public sealed class PageFixtureTests
{
    public static TheoryData<string> Names => [.. ExpectedPage.Names, .. ExpectedPage.FieldNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_theme_is_read_without_a_selector(string name)
    {
        var page = ExpectedPage.Open(name);

        var reading = page.Read();

        Assert.Empty(page.Faults(reading));
        Assert.Equal(reading.Entries.Count == 0, reading.Problem is not null);
        Assert.Equal(Enumerable.Range(1, reading.Entries.Count), reading.Entries.Select(entry => entry.Position));
        Assert.All(reading.Entries, entry => Html.Active.AssertNone(entry.Html, name));
    }
}
