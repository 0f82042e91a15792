using System.Net;
using System.Text.RegularExpressions;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web;

/// <summary>
/// However the program is started, and wherever its user stands: feeds.json and ./data are in that folder, settings and style
/// sheets beside the program.
/// </summary>
[Collection(Programs.Name)]
public sealed partial class StartTests : IDisposable
{
    private static readonly string Project = Path.Combine(Shared.Repository, "src", "Aggregator.Web");
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task RunByItsProject() => AssertServesAsync(
        ["run", "--no-build", "--configuration", ProgramRun.Configuration, "--project", Project, "--", "--urls", "http://127.0.0.1:0"]);

    [Fact]
    public Task TheBuiltLibrary() => AssertServesAsync([ProgramRun.Dll, "serve", "--urls", "http://127.0.0.1:0"]);

    [Fact]
    public async Task ThePublishedProgram()
    {
        var published = folder.File("published");
        await using (var publish = ProgramRun.StartFile(
            "dotnet", Shared.Repository, ["publish", Project, "--no-build", "--configuration", ProgramRun.Configuration, "--output", published, "--nologo"]))
        {
            var result = await publish.EndAsync();
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }

        await AssertServesAsync(["serve", "--urls", "http://127.0.0.1:0"], Path.Combine(published, "social-report"));
    }

    private async Task AssertServesAsync(IEnumerable<string> arguments, string file = "dotnet")
    {
        var here = Directory.CreateDirectory(folder.File("elsewhere")).FullName;
        // An address that nobody answers: the source must be known, not read.
        await File.WriteAllTextAsync(Path.Combine(here, "feeds.json"), """{"sources": [{"url": "http://10.0.0.1/feed", "name": "Ici"}, {"url": "nowhere", "name": "Faux"}]}""");
        await using var program = ProgramRun.StartFile(file, here, arguments);
        try
        {
            await Eventually.TrueAsync(() => Address(program) is not null || program.HasEnded, "the program to open");
            Assert.True(Address(program) is not null, program.Errors);
            using var client = new HttpClient { BaseAddress = new Uri(Address(program)!) };
            using var style = await client.GetAsync("/base.css");
            using var page = await client.GetAsync("/");

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (style.StatusCode, page.StatusCode));
            Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
            Assert.Contains("feeds.json, line 1: ", program.Errors, StringComparison.Ordinal);
            Assert.Contains("set Fetching:Contact to", program.Errors, StringComparison.Ordinal);
            Assert.Contains("/set-up?token=", program.Errors, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(here, "data", "social-report.db")));
            Assert.False(Directory.Exists(Path.Combine(Project, "data")));
        }
        finally
        {
            await program.KillAsync();
        }

        var check = await CommandHost.RunAsync(here, ["refresh", "--source", "Ici"]);
        Assert.Contains("10.0.0.1 is a private address", check.Output, StringComparison.Ordinal);
    }

    private static string? Address(ProgramRun program) => Open().Match(program.Errors) is { Success: true } match ? match.Groups["address"].Value : null;

    [GeneratedRegex(@"Social Report is open at (?<address>\S+?)\. ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Open();
}
