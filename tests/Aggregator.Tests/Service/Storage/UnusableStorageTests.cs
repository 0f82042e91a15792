using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Service.Storage;

/// <summary>What stands in the way of the database is said in one sentence that says what to do.</summary>
public sealed class UnusableStorageTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Database => folder.File("social-report.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task AFileWhereTheFolderShouldBe()
    {
        var sentence = await MigrateAsync(folder.Write("data", "not a folder"));

        Assert.StartsWith($"The data folder {folder.File("data")} cannot be written", sentence, StringComparison.Ordinal);
        Assert.Contains("--set DataDirectory=FOLDER", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatNobodyMayWrite()
    {
        // Not even root writes here, so the test is true for every user.
        var sentence = await MigrateAsync("/proc/social-report");

        Assert.StartsWith("The data folder /proc/social-report cannot be written", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNoDatabase()
    {
        folder.Write("social-report.db", string.Concat(Enumerable.Repeat("This is a text and no database. ", 200)));

        Assert.Equal(
            $"The file {Database} is damaged or not a database: restore it from a backup, or move it away to begin anew.", await MigrateAsync(folder.Path));
    }

    [Fact]
    public async Task ADatabaseThatAnotherProgramHolds()
    {
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE; CREATE TABLE held(x);";
        await command.ExecuteNonQueryAsync();

        var sentence = await MigrateAsync(folder.Path);

        Assert.StartsWith($"The database {Database} is locked by another program: stop that one", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoDatabaseToCheck()
    {
        await using var services = MigrationTests.Services(folder.Path);

        var fault = await Assert.ThrowsAsync<UnusableStorageException>(() => services.GetRequiredService<DatabaseUpkeep>().CheckAsync());

        Assert.StartsWith($"There is no database at {Database}", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    private static async Task<string> MigrateAsync(string data)
    {
        await using var services = MigrationTests.Services(data);
        var fault = await Assert.ThrowsAsync<UnusableStorageException>(() => Eventually.EndsAsync(services.GetRequiredService<DatabaseUpkeep>().MigrateAsync()));
        Assert.DoesNotContain('\n', fault.Message);
        return fault.Message;
    }
}
