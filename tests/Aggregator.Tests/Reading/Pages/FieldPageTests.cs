using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>
/// The shared cases of pages followed as sources; those of the same kinds in other words stand among the fixtures
/// (<c>Fixtures/Field</c>).
/// </summary>
public sealed class FieldPageTests
{
    [SharedFact]
    public void A_date_in_a_heading_is_no_part_of_the_title() =>
        Assert.Equal(("Ferry Firm Adds Two Boats", "2025-09-01"),
            (Read("date-in-heading").Entries[0].Title, Day(Read("date-in-heading").Entries[0])));

    [SharedFact]
    public void A_post_without_paragraphs_keeps_its_text()
    {
        var entries = Read("p-less-last-post").Entries;

        Assert.Equal(4, entries.Count);
        Assert.All(entries, entry => Assert.Equal(("Le pont", "précise.", false), (entry.Text[..7], entry.Text[^8..], entry.Truncated)));
    }

    [SharedTheory]
    [InlineData("related-nested-in-entry", "Note 1 du carnet", "2023-10-21", "Les commerçants")]
    [InlineData("hentry-with-cite", "Entrée 1 du carnet", "2024-05-11", "La mairie")]
    public void What_is_nested_in_an_entry_belongs_to_it(string name, string title, string day, string words)
    {
        var entries = Read(name).Entries;

        Assert.Equal(4, entries.Count);
        Assert.Equal((title, day), (entries[1].Title, Day(entries[1])));
        Assert.Contains(words, entries[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("La charte", entries[1].Text, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("title-attribute-dates", "2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-05")]
    [InlineData("day-first-dates", "2004-09-27 2004-07-05 2004-05-12 2003-12-03 2003-09-11")]
    public void Dates_are_read_for_the_page_as_a_whole(string name, string days) =>
        Assert.Equal(days, string.Join(' ', Read(name).Entries.Select(Day)));

    [SharedFact]
    public void An_outlet_in_brackets_is_no_part_of_the_comment()
    {
        var entry = Read("publisher-in-brackets").Entries[1];

        Assert.Equal(("Le Journal 1", "Les commerçants du quartier sud disent avoir perdu un tiers de leurs clients.",
            "https://journal1.example/2026/01/11/pont"), (entry.Publisher, entry.Comment, entry.Url));
    }

    [SharedFact]
    public void Addresses_come_without_tracking() =>
        Assert.All(Read("tracked-links").Entries, entry => Assert.EndsWith(".html", entry.Url, StringComparison.Ordinal));

    [SharedFact]
    public void A_post_without_a_link_to_the_rest_is_whole() =>
        Assert.Equal([false, false, true, false, false], Read("whole-posts").Entries.Select(entry => entry.Truncated));

    [SharedFact]
    public void A_search_without_results_has_no_entry() =>
        Assert.Equal((0, true), (Read("no-results").Entries.Count, Read("no-results").Problem is not null));

    [SharedFact]
    public void A_page_of_a_press_review_is_an_earlier_issue()
    {
        var html = SafeHtml.Decode(File.ReadAllBytes(Shared.Path("corpus", "seeds", "html", "002.html")), null);

        var issue = PageReader.Read(html, new Uri("https://issue-002.example/")).Issue!;

        Assert.Equal(("Social Report - 6 mars 2020", new DateTimeOffset(2020, 3, 6, 0, 0, 0, TimeSpan.Zero)), (issue.Title, issue.Day));
        Assert.Equal(["Ambre Limousi", "Gwenaëlle Lepeltier", "Nouhaila Drissi"], issue.Authors);
        Assert.All(issue.Sections, section => Assert.DoesNotContain("Division Media", section.Text, StringComparison.Ordinal));
    }

    private static PageReading Read(string name) =>
        PageReader.Read(SafeHtml.Decode(File.ReadAllBytes(Shared.Path("cases", "pages", name + ".html")), null),
        new Uri("https://carnet.example/"));

    private static string? Day(PageEntry entry) =>
        entry.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
