using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Aggregator.Tests.Bench;

/// <summary>A fact that needs a real browser. With <c>REQUIRE_CHROMIUM=1</c> it fails where there is none.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Path = "/usr/bin/chromium";

    public ChromiumFactAttribute() => Skip = File.Exists(Path) || Environment.GetEnvironmentVariable("REQUIRE_CHROMIUM") == "1" ? null
        : "Chromium not found: apt-get install chromium";

    /// <summary>As long as everything else waits (<see cref="Eventually"/>): two tests share two processors with a browser each.</summary>
    [ModuleInitializer]
    internal static void BePatient() => Assertions.SetDefaultExpectTimeout(30_000);
}
