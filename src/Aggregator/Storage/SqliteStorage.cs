using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Aggregator.Storage;

/// <summary>How the SQLite file is opened.</summary>
internal static class SqliteStorage
{
    public const string FileName = "social-report.db";

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string file) => options
        .UseSqlite(ConnectionString(file), sqlite => sqlite
            // A list of keys as one JSON parameter: one plan for lists of any length.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SqlitePragmas.Instance);

    /// <summary>Five seconds: how long another process's write may make us wait before the database counts as locked.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        DefaultTimeout = 5,
        ForeignKeys = true,
    }.ToString();
}
