using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Web.Commands;

/// <summary>A data folder of another build: every verb that works with one refuses it in one sentence and changes nothing.</summary>
[Collection(Programs.Name)]
public sealed class OtherVersionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task EveryVerbRefusesItInOneSentence()
    {
        folder.Write("feeds.json", """{"sources": []}""");
        folder.Write("readers.csv", "address\nana@lecteurs.example\n");
        folder.Write("feeds.opml", """<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></body></opml>""");
        await using (var services = MigrationTests.Services(folder.File("data")))
        {
            await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
            await services.GetRequiredService<SqlStore>().WriteAsync(
                (session, stop) => session.RunAsync("UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '20261121000000_First'", [], stop), CancellationToken.None);
        }

        string[][] lines =
        [
            ["serve", "--urls", "http://127.0.0.1:0"], ["refresh"], ["db", "migrate"], ["db", "check"], ["user", "add", "a@revue.example", "--name", "A"], ["user", "reset", "a@revue.example"],
            ["key", "add", "a@revue.example", "--name", "k"], ["key", "revoke", "a@revue.example", "--name", "k"], ["import", "feeds", "feeds.json"], ["import", "opml", "feeds.opml"],
            ["import", "subscribers", "readers.csv"], ["export", "feeds"], ["export", "opml"], ["export", "subscribers"],
            ["issue", "render", Guid.Empty.ToString(), "--format", "text"], ["issue", "send", Guid.Empty.ToString()],
        ];
        foreach (var line in lines)
        {
            var result = await CommandHost.RunAsync(folder.Path, line);
            Assert.True(result is { ExitCode: 1, Output: "" }, $"{string.Join(' ', line)}: {result.ExitCode} {result.Output} {result.Errors}");
            Assert.Contains("was made by another version of Social Report (20261121000000_First)", result.Sentence, StringComparison.Ordinal);
            Assert.Single(result.Sentence.Split('\n'));
        }
    }
}
