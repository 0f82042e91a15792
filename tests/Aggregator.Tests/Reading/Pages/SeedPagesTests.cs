using System.Diagnostics;
using System.Text.Json;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using Aggregator.Tests.Bench;
using Aggregator.Web.Commands.Inspect;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>The five pages the project began with, judged by their own scorer.</summary>
public sealed class SeedPagesTests : IDisposable
{
    private static readonly string[] Pages = ["000", "001", "002", "003", "004"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SharedFact]
    public async Task Every_field_of_every_entry_is_right()
    {
        var lines = Pages.Select(id => PageAnswer.Answer(JsonSerializer.SerializeToElement(new { id, path = Html(id), url = Address(id) })).ToJsonString());
        var answers = folder.Write("answers.jsonl", string.Join('\n', lines));
        using var scorer = Process.Start(new ProcessStartInfo("python3", [Shared.Path("tools", "score_pages.py"), Shared.Path("corpus", "seeds"), answers, "--show", "--min", "100"])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!;

        var verdict = await scorer.StandardOutput.ReadToEndAsync();
        await scorer.WaitForExitAsync();

        Assert.True(scorer.ExitCode == 0, verdict);
    }

    [SharedFact]
    public void The_publishers_of_the_link_log_are_those_its_titles_name()
    {
        var expected = Expected("003").GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("publisher").GetString());

        Assert.Equal(expected, Read("003").Entries.Select(entry => entry.Publisher));
    }

    [SharedFact]
    public void The_issue_is_one_article_with_its_sections_and_credits()
    {
        var reading = Read("002");
        var expected = Expected("002").GetProperty("issue").GetProperty("sections").EnumerateArray().ToList();

        Assert.Equal(PageKind.Article, reading.Kind);
        Assert.Equal(new DateTimeOffset(2020, 3, 6, 0, 0, 0, TimeSpan.Zero), reading.Issue!.Day);
        Assert.Equal(expected.Count, reading.Issue.Sections.Count);
        Assert.Contains(reading.Issue.Sections, section => section.Credits.Any(credit => credit.Name == "La Croix"));
    }

    private static PageReading Read(string id) => PageReader.Read(SafeHtml.Decode(File.ReadAllBytes(Html(id)), null), new Uri(Address(id)));

    private static JsonElement Expected(string id) => JsonDocument.Parse(File.ReadAllText(Shared.Path("corpus", "seeds", $"expected-{id}.json"))).RootElement;

    private static string Html(string id) => Shared.Path("corpus", "seeds", "html", id + ".html");

    private static string Address(string id) => id switch
    {
        "000" or "004" => $"https://blog-{id}.example/",
        "001" => "https://agence-001.example/actualites/",
        "002" => "https://issue-002.example/social-report-6-mars-2020",
        _ => "https://seenthis.example/tag/commerce-electronique",
    };
}
