using System.Diagnostics;
using System.Globalization;

namespace Aggregator.Storage;

/// <summary>Who holds a lease: <c>machine/process id/start of the process</c>. On the same machine it can be seen whether the owner still lives.</summary>
public static class LeaseOwner
{
    /// <summary>The owner that this process is.</summary>
    public static string Current { get; } = Of(Process.GetCurrentProcess());

    /// <summary>Whether the owner is a process of this machine that has ended. Of other machines nothing is known: their leases run out.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName) return false;
        if (!int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return Of(process) != owner;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Somebody else's process: it lives, and we may not look.
            return false;
        }
    }

    private static string Of(Process process) => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{StartOf(process)}");

    /// <summary>Linux counts from the boot, which a correction of the clock does not move; elsewhere the start to the second.</summary>
    private static string StartOf(Process process)
    {
        var stat = $"/proc/{process.Id}/stat";
        if (!File.Exists(stat)) return process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        // Field 22 (proc(5)); the name in brackets before it may hold blanks.
        var text = File.ReadAllText(stat);
        return text[(text.LastIndexOf(')') + 2)..].Split(' ')[19];
    }
}
