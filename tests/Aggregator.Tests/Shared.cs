using System.Runtime.CompilerServices;

namespace Aggregator.Tests;

/// <summary>The folder of shared test data (corpora and scorers): <c>SHARED_DIR</c>, else <c>shared</c> beside the repository.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder ?? "shared-is-missing", .. parts]);

    public static string Repository([CallerFilePath] string thisFile = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, "..", ".."));

    /// <summary>Null when the data is there, else why the test is skipped. With <c>REQUIRE_SHARED=1</c> it fails instead.</summary>
    public static string? SkipReason =>
        Folder is not null || Environment.GetEnvironmentVariable("REQUIRE_SHARED") == "1" ? null
        : "Test data not found: put the folder 'shared' beside the repository or set SHARED_DIR.";

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SHARED_DIR");
        var folder = string.IsNullOrEmpty(named) ? System.IO.Path.Combine(Repository(), "..", "shared") : named;
        return Directory.Exists(System.IO.Path.Combine(folder, "corpus")) ? System.IO.Path.GetFullPath(folder) : null;
    }
}

/// <summary>A fact that reads the shared test data.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Shared.SkipReason;
}

/// <summary>A theory that reads the shared test data.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Shared.SkipReason;
}
