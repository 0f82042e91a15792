using Npgsql;

namespace Aggregator.Storage;

/// <summary>
/// A lock of the session (PostgreSQL, "Advisory Locks"): the server frees it as soon as the connection ends, so the next process leads within a second of
/// the death of the one before it.
/// </summary>
public sealed class PostgresLeadership(NpgsqlDataSource database) : Leadership, IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private NpgsqlConnection? connection;
    private bool holds;

    /// <inheritdoc/>
    public override async ValueTask<bool> HoldsAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            connection ??= await database.OpenConnectionAsync(stop);
            // Held or not, the server is asked: a connection that was lost has lost the lock, too.
            await using var ask = connection.CreateCommand();
            ask.CommandText = holds ? "SELECT true" : $"SELECT pg_try_advisory_lock({PostgresSession.LockSpace}, {(int)Turn.Leading})";
            return holds = (bool)(await ask.ExecuteScalarAsync(stop))!;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or OperationCanceledException)
        {
            await LetGoAsync();
            if (e is OperationCanceledException) throw;
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        turn.Dispose();
    }

    /// <summary>A pooled connection keeps its locks: this one must end.</summary>
    private async ValueTask LetGoAsync()
    {
        holds = false;
        if (connection is not { } lost) return;
        connection = null;
        NpgsqlConnection.ClearPool(lost);
        await lost.DisposeAsync();
    }
}
