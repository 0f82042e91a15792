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
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    // The start to the second: two readings of one process may differ by less.
    private static string Of(Process process) => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddHHmmss}");
}
