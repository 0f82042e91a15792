using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Aggregator.Tests.Bench;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;

    /// <summary>The one sentence on stderr.</summary>
    public string Sentence => Errors.Trim();
}

/// <summary>The built program, started as its users start it.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> output = new(), errors = new();
    private readonly Process process;

    private ProgramRun(Process process) => this.process = process;

    public string Errors => string.Join('\n', errors);

    public string Output => string.Join('\n', output);

    public int Id => process.Id;

    /// <summary><c>social-report.dll</c> as the build left it.</summary>
    public static string Dll { get; } = Path.Combine(Shared.Repository, "src", "Aggregator.Web", "bin", Configuration, "net10.0", "social-report.dll");

    /// <summary>Debug or Release: as these tests were built.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;

    public static ProgramRun Start(string folder, params IEnumerable<string> arguments) => StartFile("dotnet", folder, [Dll, .. arguments]);

    public static ProgramRun StartFile(string file, string folder, IEnumerable<string> arguments, string? input = null)
    {
        // Under nohup, or behind an "&", Ctrl+C is ignored, and a program inherits that: a user's is not started so.
        var (program, line) = OperatingSystem.IsLinux() ? ("env", (IEnumerable<string>)["--default-signal=INT", file, .. arguments]) : (file, arguments);
        var start = new ProcessStartInfo(program, line)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        Clean(start);
        var run = new ProgramRun(new Process { StartInfo = start });
        run.process.OutputDataReceived += (_, line) => Keep(run.output, line.Data);
        run.process.ErrorDataReceived += (_, line) => Keep(run.errors, line.Data);
        run.process.Start();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        if (input is not null) run.process.StandardInput.Write(input);
        run.process.StandardInput.Close();
        return run;
    }

    /// <summary>What CI sets for the tests is no setting of the program's user.</summary>
    public static void Clean(ProcessStartInfo start)
    {
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var name in new[] { "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "Urls", "DataDirectory" }) start.Environment.Remove(name);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<ProgramResult> EndAsync(string folder, IEnumerable<string> arguments, string? input = null)
    {
        await using var run = StartFile("dotnet", folder, [Dll, .. arguments], input);
        return await run.EndAsync();
    }

    public async Task<ProgramResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, string.Join('\n', output), Errors);
    }

    /// <summary>kill −9, and the wait until the system has taken the process away.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await Eventually.EndsAsync(process.WaitForExitAsync());
    }

    /// <summary>Sends a signal such as INT (Ctrl+C) or TERM to the program alone.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await Eventually.EndsAsync(kill.WaitForExitAsync());
    }

    public bool HasEnded => process.HasExited;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }
}

/// <summary>Tests that start the program run one after the other, beside those that do not: the machine may have two cores.</summary>
[CollectionDefinition(Name)]
public sealed class Programs
{
    public const string Name = "programs";
}

/// <summary>Tests that lead a browser by hand have the machine for themselves: pages that load slowly are clicked too early.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Browsers
{
    public const string Name = "browsers";
}

/// <summary>Tests that say how soon the program is there have the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Processes
{
    public const string Name = "processes";
}
