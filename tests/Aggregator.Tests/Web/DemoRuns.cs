using System.Net;
using System.Net.Sockets;
using Aggregator.Tests.Bench;

namespace Aggregator.Tests.Web;

/// <summary>Demos whose temporary files lie in a folder of the test's.</summary>
internal sealed class DemoRuns : IDisposable
{
    private readonly TempFolder folder = new();

    public static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public static Task OpenAsync(ProgramRun demo) =>
        Eventually.TrueAsync(() => demo.HasEnded || demo.Errors.Contains("is open at", StringComparison.Ordinal), "the demo to open");

    public ProgramRun Start(string url) => ProgramRun.StartFile("env", folder.Path, [$"TMPDIR={folder.Path}", "dotnet", ProgramRun.Dll, "demo", "--urls", url]);

    public IEnumerable<string> LeftBehind() => Directory.EnumerateFileSystemEntries(folder.Path, "social-report-*");

    public void Dispose() => folder.Dispose();
}
