using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Text;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Recognising copies: what a text costs on one core in memory, over the synthetic stream of the shared test data. Floor: the SHA-256 of
/// the text as it stands.
/// </summary>
internal static class DuplicatesJob
{
    private const int Rounds = 7, Size = 10_000;

    public static async Task<int> RunAsync(JobOptions options)
    {
        var texts = await SyndicatedTexts.MakeAsync(Size, options.Seed);
        var words = texts.Average(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        Say($"{texts.Length} articles of {words:0} words ({texts.Average(text => text.Length):0} characters) on average, one core, CPU time, best of {Rounds}, {DateTime.Now:yyyy-MM-dd}");
        Say("| of a text | µs | texts/s | × floor |");
        Say("|---|---|---|---|");
        var floor = Row("SHA-256 of its UTF-8 (floor)", texts, text => SHA256.HashData(Encoding.UTF8.GetBytes(text)).Length, floor: null);
        Row("fingerprint", texts, text => TextFingerprint.Of(text) is null ? 0 : 1, floor);
        Row("exact hash of the folded text", texts, text => FoldedText.Hash(text) is null ? 0 : 1, floor);
        Row("sets to compare", texts, text => ComparedText.Of(text) is null ? 0 : 1, floor);
        Row("all of it, in a stream", texts, Stream(), floor, rounds: 1);
        return 0;
    }

    private static Func<string, int> Stream()
    {
        var originals = new Originals();
        var position = 0;
        return text => originals.Add(position++, new(null, null, null, text))?.Original ?? 0;
    }

    private static double Row(string name, string[] texts, Func<string, int> work, double? floor, int rounds = Rounds)
    {
        var best = Enumerable.Range(0, rounds).Min(_ => CpuOf(() => texts.Sum(work)).TotalMicroseconds) / texts.Length;
        Say($"| {name} | {best:0.0} | {1e6 / best:0} | {best / (floor ?? best):0.0} |");
        return best;
    }

    private static TimeSpan CpuOf(Func<int> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        GC.KeepAlive(work());
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
