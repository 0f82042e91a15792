using Aggregator.Curation.Issues;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Commands;

[Collection(Programs.Name)]
public sealed class IssueCommandTests
{
    [Fact]
    public async Task AnIssueIsSentOnce()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        var nobody = await desk.RunAsync("issue", "send", "1");
        desk.Write("list.csv", "address,confirmed_at\na@example.org,2024-01-01\nb@example.org,2024-01-01\nc@example.org,\n");
        await desk.RunAsync("import", "subscribers", "list.csv");

        var draft = await desk.RunAsync("issue", "send", "2");
        var sent = await desk.RunAsync("issue", "send", desk.Approved.PublicId.ToString(), "--json");
        var again = await desk.RunAsync("issue", "send", "1", "--publication", EditorialFolder.Title);

        Assert.Equal((1, 1, 0, 1), (nobody.ExitCode, draft.ExitCode, sent.ExitCode, again.ExitCode));
        Assert.StartsWith("Nobody has confirmed", nobody.Sentence, StringComparison.Ordinal);
        Assert.Equal("The issue is a draft: approve it first.", draft.Sentence);
        Assert.Equal((2, 2, 0, ""), (Number(sent, "subscribers"), Number(sent, "sent"), Number(sent, "waiting"), sent.Errors));
        Assert.StartsWith("This issue was sent before, on ", again.Sentence, StringComparison.Ordinal);
        Assert.All([nobody, draft, again], result => Assert.Equal("", result.Output));
        Assert.Equal(2, Directory.EnumerateFiles(desk.File("data", "outbox"), "*.eml", SearchOption.AllDirectories).Count());
        await using var db = desk.OpenDb();
        Assert.Equal(IssueState.Sent, (await db.Issues.SingleAsync(issue => issue.Number == 1)).State);
    }

    [Fact]
    public async Task AnIssueIsWrittenInEveryForm()
    {
        await using var desk = await EditorialFolder.MakeAsync();

        Assert.Equal("<article>frozen page</article>", (await RenderAsync("1", "html")).Output);
        Assert.Equal("<p>frozen mail</p>", (await RenderAsync(desk.Approved.PublicId.ToString(), "email")).Output);
        Assert.Equal("frozen text", (await RenderAsync("1", "text")).Output);
        Assert.Contains("Une semaine *calme*.", (await RenderAsync("2", "text")).Output, StringComparison.Ordinal);
        Assert.Contains(@"Une semaine \*calme\*.", (await RenderAsync("2", "markdown")).Output, StringComparison.Ordinal);

        async Task<ProgramResult> RenderAsync(string issue, string format)
        {
            var result = await desk.RunAsync("issue", "render", issue, "--format", format);
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
            return result;
        }
    }

    [Fact]
    public async Task WrongUseIsASentence()
    {
        await using var desk = await EditorialFolder.MakeAsync();
        foreach (var (line, says) in new[]
        {
            ("issue render 1 --format pdf", "'pdf'"), ("issue render 1", "--format"), ("issue render 9 --format text", "has no issue 9"),
            ("issue send -1", "-1"), ("issue send one", "one is no issue"), ("issue send 6f1c1b1e-0000-7000-8000-000000000000", "There is no issue 6f1c"),
        })
        {
            var result = await desk.RunAsync(line.Split(' '));
            Assert.Equal((line, 2, ""), (line, result.ExitCode, result.Output));
            Assert.Contains(says, result.Errors, StringComparison.Ordinal);
        }
    }

    private static int Number(ProgramResult result, string name) => result.Json().GetProperty(name).GetInt32();
}
