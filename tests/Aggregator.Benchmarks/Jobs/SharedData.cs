namespace Aggregator.Benchmarks.Jobs;

/// <summary>The folder of shared test data: <c>SHARED_DIR</c>, else <c>shared</c> beside a folder above the program.</summary>
internal static class SharedData
{
    public static string Folder { get; } = Find() ?? throw new InvalidOperationException("Set SHARED_DIR to the folder of test data.");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SHARED_DIR") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(beside, "corpus"))) return beside;
        }

        return null;
    }
}
