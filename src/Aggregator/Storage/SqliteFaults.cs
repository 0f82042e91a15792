using Microsoft.Data.Sqlite;

namespace Aggregator.Storage;

/// <summary>What SQLite's result codes (sqlite.org/rescode.html) mean for the person who runs the program.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, ReadOnly = 8, Corrupt = 11, NotADatabase = 26;

    /// <param name="e">What SQLite said.</param>
    /// <param name="database">Path of the file.</param>
    public static UnusableStorageException Unusable(SqliteException e, string database) => new(Sentence(e, database), e);

    private static string Sentence(SqliteException e, string database) => e.SqliteErrorCode switch
    {
        Busy => $"The database {database} is locked by another program: stop that one, or name another folder with --set DataDirectory=FOLDER.",
        ReadOnly => $"The database {database} is read-only: give its rights to this user, or name another folder with --set DataDirectory=FOLDER.",
        Corrupt or NotADatabase => $"The file {database} is damaged or not a database: restore it from a backup, or move it away to begin anew.",
        _ => $"The database {database} cannot be opened ({e.Message}): check the folder, its rights and its disk.",
    };
}
