using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Bench;

/// <summary>An empty SQLite database with all its tables, made once and copied: a test that is not about migrations need not wait for them.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    /// <summary>Puts it into a data folder where there is none yet.</summary>
    public static async Task PlaceAsync(DataDirectory data)
    {
        if (File.Exists(data.Database)) return;
        var bytes = await Made.Value;
        Directory.CreateDirectory(Path.GetDirectoryName(data.Database)!);
        await File.WriteAllBytesAsync(data.Database, bytes);
    }

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TempFolder();
        var settings = Settings.Load([$"DataDirectory={folder.File("data")}"]);
        await using (var services = ProductServices.Build(settings)) await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
        // The last connection that closes writes the log into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.False(File.Exists(settings.Data.Database + "-wal"), "The database was not written whole.");
        return await File.ReadAllBytesAsync(settings.Data.Database);
    }
}
