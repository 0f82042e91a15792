using System.Runtime.InteropServices;
using Aggregator.Storage;

namespace Aggregator.Scheduling;

/// <summary>
/// Gives back what a busy time has left: the collector keeps the room of thousands of read feeds for the next ones, and when nothing happens it
/// does not run, so that a quiet process would hold hundreds of megabytes for a heap of some.
/// </summary>
public sealed class IdleMemory(SqlStore store)
{
    /// <summary>Who allocates less between two looks is idle; who has allocated less since the last tidying has nothing to give.</summary>
    private const long Little = 100_000_000;

    private long seen, tidied;

    /// <summary>Tidies if the time since the last call was quiet and there was a busy one before it. Takes some ten milliseconds then.</summary>
    /// <returns>Whether it tidied.</returns>
    public bool Tidy()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isIdle = allocated - seen < Little;
        seen = allocated;
        if (!isIdle || allocated - tidied < Little) return false;
        tidied = allocated;
        store.Rest();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        TrimNative();
        return true;
    }

    /// <summary>What SQLite and the network have freed goes back to the system, where the C library keeps it (malloc_trim(3), glibc).</summary>
    private static void TrimNative()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library: it keeps less, or has no such call.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint keep);
}
