namespace Aggregator.Tests.Bench;

/// <summary>What would take minutes: a sample by default, all of it with <c>LONG=1</c>.</summary>
internal static class Long
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("LONG") == "1";

    /// <returns>How many of them to try.</returns>
    public static int Of(int sample, int all) => IsOn ? all : sample;
}
