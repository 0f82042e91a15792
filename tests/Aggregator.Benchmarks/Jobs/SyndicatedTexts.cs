using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>Texts of the synthetic stream of copies and look-alikes (Python, shared test data).</summary>
internal static class SyndicatedTexts
{
    public static async Task<string[]> MakeAsync(int size, int seed)
    {
        var file = Path.Combine(Path.GetTempPath(), $"syndication-{Environment.ProcessId}.jsonl");
        try
        {
            await RunAsync(file, size, seed);
            return [.. File.ReadLines(file).Select(TextOf)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string TextOf(string line)
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString()!;
    }

    private static async Task RunAsync(string file, int size, int seed)
    {
        string Corpus(string name) => Path.Combine(SharedData.Folder, "corpus", "dedup", name);
        string[] arguments =
        [
            Path.Combine(SharedData.Folder, "tools", "make_syndication_corpus.py"), "--out", file,
            "--size", size.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--input", Corpus("rpm2_fr.jsonl"), "--input", Corpus("basil_en.jsonl"),
        ];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        if (python.ExitCode != 0) throw new InvalidOperationException(said);
    }
}
