using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>What a whole command cost.</summary>
/// <param name="Wall">From start to exit.</param>
/// <param name="Cpu">User and system time of the process, as the system accounts it.</param>
/// <param name="PeakMb">Largest resident memory, in MB (VmHWM, sampled every 20 ms).</param>
/// <param name="Output">Its standard output.</param>
internal sealed record Measured(TimeSpan Wall, TimeSpan Cpu, double PeakMb, string Output)
{
    private const int Children = -1;

    public static async Task<Measured> RunAsync(string file, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var before = CpuOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(20);
        }

        await process.WaitForExitAsync();
        var wall = clock.Elapsed;
        if (process.ExitCode != 0) throw new InvalidOperationException($"exit {process.ExitCode}: {await errors}");
        return new(wall, CpuOfChildren() - before, peak, await output);
    }

    private static double PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static TimeSpan CpuOfChildren()
    {
        var usage = new long[18];
        if (GetRUsage(Children, usage) != 0) return TimeSpan.Zero;
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    /// <summary>getrusage(2): the first four longs are user and system time, seconds and microseconds each.</summary>
    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetRUsage(int who, [Out] long[] usage);
}
