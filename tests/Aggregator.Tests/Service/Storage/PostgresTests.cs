using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Service.Storage;

/// <summary>What is PostgreSQL's own. That it takes articles in and claims like SQLite is tested where those are.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PostgresFact]
    public async Task AnEmptyDatabaseIsMadeByOneOfManyStarts()
    {
        var database = PostgresCluster.EmptyDatabase();
        var starts = Enumerable.Range(0, 4).Select(_ => Services(database)).ToList();
        await Assert.ThrowsAsync<UnusableStorageException>(() => Upkeep(starts[0]).CheckAsync());

        var applied = await Eventually.EndsAsync(Task.WhenAll(starts.Select(services => Task.Run(() => Upkeep(services).MigrateAsync()))));

        Assert.Single(applied, names => names.Count > 0);
        Assert.Empty(await Upkeep(starts[0]).CheckAsync());
        await using (var db = starts[0].GetRequiredService<Func<AggregatorDb>>()()) Assert.False(db.Database.HasPendingModelChanges());
        foreach (var services in starts) await services.DisposeAsync();
    }

    /// <summary>Words are folded and stemmed here, so that search is the same on a server without any extension.</summary>
    [PostgresFact]
    public async Task AUserWhoMayMakeNoExtensionSearchesLikeAnyOther()
    {
        PostgresCluster.Run("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        var owner = PostgresCluster.EmptyDatabase();
        var name = new Npgsql.NpgsqlConnectionStringBuilder(owner).Database!;
        PostgresCluster.Run("GRANT ALL ON SCHEMA public TO guest", name);
        PostgresCluster.Run($"REVOKE CREATE ON DATABASE {name} FROM PUBLIC", name);
        await using var services = Services(PostgresCluster.ConnectionString(name, "guest"));

        await Upkeep(services).MigrateAsync();
        await IndexAsync(services, "Enquête");

        Assert.Empty(await Upkeep(services).CheckAsync());
        Assert.Equal([1], await FindAsync(services, "ENQUETE"));
    }

    [Theory]
    [InlineData("Host=/nowhere/at/all;Database=x;Username=x", "PostgreSQL cannot be reached (")]
    public async Task AServerThatIsNotThereIsSaidInASentence(string connection, string sentence)
    {
        await using var services = Services(connection);

        var fault = await Assert.ThrowsAsync<UnusableStorageException>(() => Eventually.EndsAsync(Upkeep(services).MigrateAsync()));

        Assert.StartsWith(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [PostgresFact]
    public async Task ADatabaseThatIsNotThereIsSaidInASentence()
    {
        await using var services = Services(PostgresCluster.ConnectionString("missing"));

        var fault = await Assert.ThrowsAsync<UnusableStorageException>(() => Upkeep(services).MigrateAsync());

        Assert.StartsWith("The database that Storage:Postgres names does not exist", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Database=x")]
    [InlineData("Host=x;Password=secret;Nonsense=1")]
    public void AStringThatIsNoConnectionIsRefusedWithoutRepeatingIt(string text)
    {
        var fault = Assert.Throws<UnusableSettingException>(() => Settings.Load([$"DataDirectory={folder.Path}", $"Storage:Postgres={text}"]));

        Assert.StartsWith("Storage:Postgres", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatPostgresCannotHoldIsRepaired()
    {
        Assert.Equal("a\uFFFDb", StorableText.Of("a\0b"));
        Assert.Equal("\ud83d\ude00\uFFFD", StorableText.Of("\ud83d\ude00\ud83d"));
        Assert.Equal("\uFFFDété", StorableText.Of("\ude00été"));
    }

    /// <summary>Two nodes, each with its own services, on one database: a round visits each source once, never two of a host at a time.</summary>
    [PostgresFact]
    public async Task TwoProcessesVisitEachSourceOnceInARound()
    {
        await using var site = await TestSite.StartAsync(hosts: 6);
        var database = PostgresCluster.NewDatabase();
        await using var first = await TestBench.StartAsync($"Storage:Postgres={database}");
        for (var source = 0; source < 60; source++) site.Give($"/feed/{source}", Fixtures.WholeFeed(site, $"Revue {source}", Enumerable.Range(source, 8)));
        var list = folder.Write("list.txt", string.Join('\n', Enumerable.Range(0, 60).Select(source => site.Url($"/feed/{source}", source % 6))));
        string[] refresh =
            ["refresh", "--feeds", list, "--set", $"Storage:Postgres={database}", "--set", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "--set", "Fetching:HostDelay=00:00:00"];

        // Real processes; each ends when what is left is the other's, so the round is gone through again until nothing is due.
        for (var round = 0; round < 3; round++)
        {
            var ends = await Task.WhenAll(Enumerable.Range(0, 2).Select(node => ProgramRun.EndAsync(Directory.CreateDirectory(folder.File($"node{node}")).FullName, refresh)));
            Assert.All(ends, end => Assert.Equal(0, end.ExitCode));
        }

        Assert.Equal(60, await first.QueryAsync(db => db.Polls.CountAsync()));
        Assert.Equal(60, site.Requests.Count());
        Assert.Equal(1, site.MostAtOnce);
        Assert.Equal(67, await first.QueryAsync(db => db.Articles.CountAsync()));
        Assert.Equal(480, await first.QueryAsync(db => db.Appearances.CountAsync()));
        Assert.Empty(await first.Get<DatabaseUpkeep>().CheckAsync());
    }

    /// <summary>What one process does for all: the second does it as soon as the first is gone, and not before.</summary>
    [PostgresFact]
    public async Task OneProcessLeadsUntilItEnds()
    {
        var database = PostgresCluster.NewDatabase();
        var first = Services(database);
        await using var second = Services(database);

        Assert.True(await first.GetRequiredService<Leadership>().HoldsAsync(default));
        Assert.True(await first.GetRequiredService<Leadership>().HoldsAsync(default));
        Assert.False(await second.GetRequiredService<Leadership>().HoldsAsync(default));
        await first.DisposeAsync();

        // The server frees the lock when it has seen that the connection is gone.
        await Eventually.TrueAsync(() => second.GetRequiredService<Leadership>().HoldsAsync(default).AsTask(), "the lead");
    }

    /// <summary>A server that ends our connection has given the lock away: whoever comes next leads, and we do not.</summary>
    [PostgresFact]
    public async Task ALostConnectionIsALostLead()
    {
        var database = PostgresCluster.NewDatabase();
        await using var first = Services(database);
        await using var second = Services(database);
        Assert.True(await first.GetRequiredService<Leadership>().HoldsAsync(default));

        PostgresCluster.Run("SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.locktype = 'advisory' AND d.datname = current_database()", new Npgsql.NpgsqlConnectionStringBuilder(database).Database!);

        await Eventually.TrueAsync(async () => await second.GetRequiredService<Leadership>().HoldsAsync(default), "the second to lead");
        Assert.False(await first.GetRequiredService<Leadership>().HoldsAsync(default));
        Assert.False(await first.GetRequiredService<Leadership>().HoldsAsync(default));
    }

    private static async Task IndexAsync(ServiceProvider services, string title)
    {
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        await db.WriteAsync(
            async stop =>
            {
                var now = DateTimeOffset.UnixEpoch;
                var source = new Aggregator.Sources.Source { Url = "http://a.example/", UrlKey = "a", Name = "A", AddedAt = now, Poll = new() { Host = "a.example", DueAt = now } };
                db.Add(source);
                await db.SaveChangesAsync(stop);
                db.Add(new Article { Id = 1, UrlKey = "k", Url = "http://a.example/1", Title = title, SourceId = source.Id, ArrivedAt = now, Text = new() });
                await db.SaveChangesAsync(stop);
                await SearchEntries.RenewAsync(await db.SessionAsync(stop), [1], stop);
                return 1;
            },
            CancellationToken.None);
    }

    private static async Task<List<int>> FindAsync(ServiceProvider services, string query)
    {
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        return [.. (await ArticleSearch.FindAsync(await db.SessionAsync(CancellationToken.None), query, DateTimeOffset.UnixEpoch, CancellationToken.None)).Ids];
    }

    private static DatabaseUpkeep Upkeep(ServiceProvider services) => services.GetRequiredService<DatabaseUpkeep>();

    private ServiceProvider Services(string connection) => new ServiceCollection().AddLogging()
        .AddProduct(Settings.Load([$"DataDirectory={folder.Path}", $"Storage:Postgres={connection}"])).BuildServiceProvider();
}
