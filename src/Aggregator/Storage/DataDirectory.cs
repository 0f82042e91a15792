namespace Aggregator.Storage;

/// <summary>The folder that holds everything this installation knows: the database, the keys, the outbox.</summary>
public sealed record DataDirectory(string Path)
{
    /// <summary>The SQLite file.</summary>
    public string Database => System.IO.Path.Combine(Path, SqliteStorage.FileName);

    /// <summary>Keys that protect sign-in cookies; without them everyone signs in anew after a restart.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Mails that wait for a relay to pick them up.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    /// <summary>Publishers' pictures; a cache that may be deleted.</summary>
    /// <summary>Pages of articles as they came (a cache).</summary>
    public string Pages => System.IO.Path.Combine(Path, "pages");

    public string Pictures => System.IO.Path.Combine(Path, "pictures");

    /// <summary>Makes the folder and tries to write in it.</summary>
    /// <exception cref="UnusableStorageException">It cannot be made or written; the message says what to do.</exception>
    public void Prepare()
    {
        try
        {
            // For this user alone: the database holds password hashes.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
            else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var probe = System.IO.Path.Combine(Path, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UnusableStorageException(
                $"The data folder {Path} cannot be written ({e.Message}): give its rights to this user, free its disk, or name another with --set DataDirectory=FOLDER.", e);
        }
    }
}

/// <summary>The database or its folder cannot be used; the message is one sentence that says what to do.</summary>
public sealed class UnusableStorageException(string message, Exception? inner = null) : Exception(message, inner);
