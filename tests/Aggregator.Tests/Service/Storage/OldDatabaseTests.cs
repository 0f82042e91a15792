using Aggregator.Archive;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Service.Storage;

/// <summary>A database as the first version left it, with rows in all its tables, becomes one of this version and loses nothing.</summary>
public sealed class OldDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, Databases]
    public async Task WhatTheFirstVersionWroteIsThere(string database)
    {
        await using var services = Services(database);
        await using (var db = services.GetRequiredService<Func<AggregatorDb>>()())
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
            foreach (var statement in Rows) await db.Database.ExecuteSqlRawAsync(await InsertAsync(db, statement.Table, statement.Values));
        }

        Assert.NotEmpty(await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync());

        // What the migrations leave for the background: the words of the search.
        await services.GetRequiredService<SearchKeeper>().RunAsync(CancellationToken.None);
        Assert.Empty(await services.GetRequiredService<DatabaseUpkeep>().CheckAsync());
        await using var now = services.GetRequiredService<Func<AggregatorDb>>()();
        Assert.False(now.Database.HasPendingModelChanges());
        var source = await now.Sources.Include(row => row.Poll).SingleAsync();
        Assert.Equal(("Revue d’avant", "https://avant.example/feed", "avant.example", "\"étiquette\""), (source.Name, source.Url, source.Poll.Host, source.Poll.ETag));
        var article = await now.Articles.Include(row => row.Text).SingleAsync();
        Assert.Equal(("Un article d’avant", "Le texte d’avant, entier.", source.Id), (article.Title, article.Text.Text, article.SourceId));
        Assert.Equal(1, await now.Appearances.CountAsync());
    }

    private static readonly (string Table, Dictionary<string, string> Values)[] Rows =
    [
        ("source", new() { ["id"] = "7", ["url"] = "'https://avant.example/feed'", ["url_key"] = "'avant.example/feed'", ["name"] = "'Revue d’avant'", ["topics"] = "'[]'" }),
        ("source_poll", new() { ["source_id"] = "7", ["host"] = "'avant.example'", ["e_tag"] = "'\"étiquette\"'" }),
        ("article", new() { ["id"] = "3", ["url_key"] = "'avant.example/1'", ["url"] = "'https://avant.example/1'", ["title"] = "'Un article d’avant'", ["source_id"] = "7", ["language"] = "'fr'" }),
        ("article_text", new() { ["article_id"] = "3", ["text"] = "'Le texte d’avant, entier.'", ["html"] = "'<p>Le texte d’avant, entier.</p>'", ["authors"] = "'[]'" }),
        ("appearance", new() { ["article_id"] = "3", ["source_id"] = "7", ["entry_key"] = "'1'", ["tags"] = "'[]'" }),
    ];

    /// <summary>What a table asks for besides is filled with nothing of its kind.</summary>
    private static async Task<string> InsertAsync(AggregatorDb db, string table, Dictionary<string, string> values)
    {
        var all = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (name, nothing) in await NeededAsync(db, table)) all.TryAdd(name, nothing);
        return $"INSERT INTO {table}({string.Join(", ", all.Keys)}) VALUES ({string.Join(", ", all.Values)})".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }

    private static async Task<List<(string Name, string Nothing)>> NeededAsync(AggregatorDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite()
            ? $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND dflt_value IS NULL AND pk = 0"
            : $"SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '{table}' AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'";
        await using var reader = await command.ExecuteReaderAsync();
        var needed = new List<(string, string)>();
        while (await reader.ReadAsync()) needed.Add((reader.GetString(0), NothingOf(reader.GetString(1))));
        return needed;
    }

    private static string NothingOf(string type) => type.ToLowerInvariant() switch
    {
        "text" or "character varying" => "''",
        "boolean" => "false",
        _ => "0",
    };

    private ServiceProvider Services(string database)
    {
        Directory.CreateDirectory(folder.File("data"));
        string[] settings = [$"DataDirectory={folder.File("data")}", .. database == Databases.Sqlite ? Array.Empty<string>() : [$"Storage:Postgres={PostgresCluster.EmptyDatabase()}"]];
        return new ServiceCollection().AddLogging().AddProduct(Settings.Load(settings)).BuildServiceProvider();
    }
}
