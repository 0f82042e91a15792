using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Service.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task AnEmptyFolderBecomesADatabaseAndASecondStartDoesNothing()
    {
        await using var services = Services(folder.File("new", "data"));
        var upkeep = services.GetRequiredService<DatabaseUpkeep>();

        Assert.NotEmpty(await upkeep.MigrateAsync());
        Assert.Empty(await upkeep.MigrateAsync());
        Assert.Empty(await upkeep.CheckAsync());

        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
    }

    [Theory, Databases]
    public async Task TheMigrationsMakeWhatTheModelAsksFor(string database)
    {
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        await using var db = bench.OpenDb();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: docs/storage.md says how a migration is made.");
        Assert.Equal(["Initial"], db.Database.GetMigrations().Select(name => name.Split('_')[1]));
        Assert.Empty(await bench.Get<DatabaseUpkeep>().CheckAsync());
    }

    [Fact]
    public async Task TwoStartsAtOnceMakeOneDatabase()
    {
        var starts = Enumerable.Range(0, 4).Select(_ => Services(folder.Path)).ToList();

        var applied = await Eventually.EndsAsync(Task.WhenAll(starts.Select(services => Task.Run(() => services.GetRequiredService<DatabaseUpkeep>().MigrateAsync()))));

        Assert.Contains(applied, names => names.Count > 0);
        Assert.Empty(await starts[0].GetRequiredService<DatabaseUpkeep>().CheckAsync());
        Assert.Empty(await starts[1].GetRequiredService<DatabaseUpkeep>().MigrateAsync());
        foreach (var services in starts) await services.DisposeAsync();
    }

    [Fact]
    public async Task TheLockOfAKilledMigrationBlocksNobody()
    {
        await using (var killed = new SqliteConnection($"Data Source={folder.File("social-report.db")}"))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2025-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var services = Services(folder.Path);

        Assert.NotEmpty(await Eventually.EndsAsync(services.GetRequiredService<DatabaseUpkeep>().MigrateAsync()));
    }

    /// <summary>An older or a newer build: what it made is neither changed nor read by guesswork.</summary>
    [Theory]
    [MemberData(nameof(OtherVersions))]
    public async Task ADatabaseOfAnotherVersionIsRefusedInASentence(string database, string migration)
    {
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.Get<SqlStore>().WriteAsync(
            (session, stop) => session.RunAsync($"INSERT INTO \"__EFMigrationsHistory\"(\"MigrationId\", \"ProductVersion\") VALUES ('{migration}', '9.9.9')", [], stop), CancellationToken.None);
        var upkeep = bench.Get<DatabaseUpkeep>();

        foreach (var act in new Func<Task>[] { () => upkeep.MigrateAsync(), () => upkeep.CheckAsync() })
        {
            var fault = await Assert.ThrowsAsync<UnusableStorageException>(act);
            Assert.Contains($"was made by another version of Social Report ({migration})", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    [Fact]
    public async Task ARowThatPointsNowhereIsFound()
    {
        await using var services = Services(folder.Path);
        var upkeep = services.GetRequiredService<DatabaseUpkeep>();
        await upkeep.MigrateAsync();
        await using (var careless = new SqliteConnection($"Data Source={folder.File("social-report.db")};Foreign Keys=False"))
        {
            await careless.OpenAsync();
            await using var command = careless.CreateCommand();
            command.CommandText = "INSERT INTO copy(article_id, original_id, score, method) VALUES (7, 8, 1, 1)";
            await command.ExecuteNonQueryAsync();
        }

        var faults = await upkeep.CheckAsync();

        Assert.Contains("copy row 7 points to a missing article", faults);
    }

    public static IEnumerable<object[]> OtherVersions() =>
        from database in Databases.All
        from migration in new[] { "20261121000000_First", "29991231000000_Later" }
        select new object[] { database, migration };

    internal static ServiceProvider Services(string data) =>
        new ServiceCollection().AddLogging().AddProduct(Settings.Load([$"DataDirectory={data}"])).BuildServiceProvider();
}
