namespace Aggregator.Storage;

/// <summary>Opens the database for plain statements. Cheap: no object mapper is started for it.</summary>
public abstract class SqlStore
{
    /// <summary>Runs <paramref name="work"/> in one transaction that may write, and commits it. All of it happens or nothing.</summary>
    /// <exception cref="UnusableStorageException">The database cannot be opened or is held by another program.</exception>
    public abstract Task<T> WriteAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop);

    /// <summary>Closes connections that nobody uses, with the pages each has in memory.</summary>
    public virtual void Rest()
    {
    }

    /// <summary>Runs <paramref name="work"/>, which only reads.</summary>
    public abstract Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken stop);
}
