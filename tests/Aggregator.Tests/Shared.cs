namespace Aggregator.Tests;

/// <summary>The folder of shared test data (corpora and scorers): <c>SHARED_DIR</c>, else <c>shared</c> beside the repository.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder ?? "shared-is-missing", .. parts]);

    /// <summary>The root of the checkout, found upwards from the test program (source paths are rewritten in deterministic builds).</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Null when the data is there, else why the test is skipped. With <c>REQUIRE_SHARED=1</c> it fails instead.</summary>
    public static string? SkipReason =>
        Folder is not null || Environment.GetEnvironmentVariable("REQUIRE_SHARED") == "1" ? null
        : "Test data not found: put the folder 'shared' beside the repository or set SHARED_DIR.";

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Aggregator.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout: no Aggregator.sln above them.");
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SHARED_DIR");
        var folder = string.IsNullOrEmpty(named) ? System.IO.Path.Combine(FindRepository(), "..", "shared") : named;
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
