using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aggregator.Web.Commands;

namespace Aggregator.Tests.Bench;

/// <summary>
/// The program in a process that stays: it runs one command line after the other, each in a folder of its own, as a process of its own would.
/// Only the first pays for the start. What asks for standard input, environment or signals takes <see cref="ProgramRun"/>.
/// </summary>
internal static class CommandHost
{
    /// <summary>Ends what a command wrote.</summary>
    private const string End = "\u001e";

    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>It ends when its standard input does: with this process, however that ends.</summary>
    private static Process? host;

    private sealed record Request(string Folder, string[] Arguments);

    public static async Task<ProgramResult> RunAsync(string folder, IEnumerable<string> arguments)
    {
        await Turn.WaitAsync();
        try
        {
            host ??= Start();
            await host.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Request(folder, [.. arguments])));
            await host.StandardInput.FlushAsync();
            var (output, errors) = (ReadAsync(host.StandardOutput), ReadAsync(host.StandardError));
            await Eventually.EndsAsync(Task.WhenAll(output, errors));
            var (text, code) = await output;
            return new(int.Parse(code, CultureInfo.InvariantCulture), text, (await errors).Text);
        }
        catch
        {
            // It is in the middle of something, or gone: the next command line gets another.
            host?.Kill(entireProcessTree: true);
            host?.Dispose();
            host = null;
            throw;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The entry point of this assembly: <c>dotnet Aggregator.Tests.dll</c> is the host.</summary>
    public static async Task Main()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var request = JsonSerializer.Deserialize<Request>(line)!;
            Environment.CurrentDirectory = request.Folder;
            var code = await RunAsync(request.Arguments);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Console.Error.WriteLineAsync($"\n{End}");
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{End}{code}"));
        }
    }

    private static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            return await CommandLine.RunAsync(arguments);
        }
        catch (Exception e)
        {
            // A process would end with it.
            await Console.Error.WriteLineAsync(e.ToString());
            return 134;
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandHost).Assembly.Location])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        ProgramRun.Clean(start);
        return Process.Start(start)!;
    }

    private static async Task<(string Text, string Code)> ReadAsync(StreamReader from)
    {
        var lines = new List<string>();
        while (await from.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(End, StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            // The line break before the end was ours, unless the command left its last line open.
            if (lines is [.., ""]) lines.RemoveAt(lines.Count - 1);
            return (string.Join('\n', lines), line[End.Length..]);
        }

        throw new InvalidOperationException($"The host of commands has ended: {string.Join('\n', lines)}");
    }
}
