using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Aggregator.Storage;

/// <summary>How the PostgreSQL database is opened.</summary>
public static class PostgresStorage
{
    /// <summary>What is wrong with a connection string, as a sentence; null when it can be used.</summary>
    public static string? Problem(string connectionString)
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host)
                ? "Storage:Postgres names no host: write Host=…;Database=…;Username=…;Password=…" : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Not the message of the library alone: it may repeat the password.
            return "Storage:Postgres is no connection string: write Host=…;Database=…;Username=…;Password=…";
        }
    }

    internal static NpgsqlDataSource Open(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        if (!parts.ContainsKey("Application Name")) parts.ApplicationName = "social-report";
        // A statement that runs often is prepared by itself.
        if (parts.MaxAutoPrepare == 0) parts.MaxAutoPrepare = 50;
        return NpgsqlDataSource.Create(parts);
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource database) =>
        options.UseNpgsql(database, postgres => postgres.SetPostgresVersion(13, 0));
}
