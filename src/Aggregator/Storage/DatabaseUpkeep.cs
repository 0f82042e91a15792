using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Aggregator.Storage;

/// <summary>Brings the database to this program's version, and checks it.</summary>
public abstract class DatabaseUpkeep
{
    /// <summary>What people call it: the path of the file, or the database and its server. Without a password.</summary>
    public abstract string Name { get; }

    /// <summary>Whether there is a database already; one on a server is taken to be there.</summary>
    public abstract bool Exists { get; }

    /// <summary>Makes what must be there and applies the migrations that are missing. Of several programs that start at once one does it.</summary>
    /// <returns>Names of the migrations applied; empty when all was up to date.</returns>
    /// <exception cref="UnusableStorageException">The database cannot be used; the message says what to do.</exception>
    public abstract Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default);

    /// <summary>Reads all of the database and compares what must agree.</summary>
    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    /// <exception cref="UnusableStorageException">There is no database to check, or it cannot be opened.</exception>
    public abstract Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop = default);

    /// <summary>Whether all migrations of this program are among those applied.</summary>
    /// <exception cref="UnusableStorageException">One was applied that this program does not know: another version made the database.</exception>
    protected bool IsUpToDate<TDb>(IReadOnlyCollection<string> applied)
    {
        var ours = MigrationsOf<TDb>().ToHashSet(StringComparer.Ordinal);
        if (applied.FirstOrDefault(name => !ours.Contains(name)) is { } strange)
        {
            throw new UnusableStorageException(
                $"{Name} was made by another version of Social Report ({strange}): start that version, or begin anew in an empty folder or database.");
        }

        return ours.IsSubsetOf(applied);
    }

    private static IEnumerable<string> MigrationsOf<TDb>() =>
        from type in typeof(TDb).Assembly.GetTypes()
        where typeof(Migration).IsAssignableFrom(type) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TDb)
        select type.GetCustomAttribute<MigrationAttribute>()!.Id;
}
