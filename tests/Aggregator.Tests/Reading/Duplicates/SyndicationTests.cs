using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Duplicates;
using Aggregator.Tests.Bench;
using Aggregator.Tests.Service.Sending;

namespace Aggregator.Tests.Reading.Duplicates;

/// <summary>The synthetic stream of graded copies and look-alikes, and the plagiarised pairs, against their labels.</summary>
public sealed class SyndicationTests
{
    /// <summary>The bars of the project, on a stream of which four fifths are families.</summary>
    [SharedFact]
    public async Task GradedCopiesAreFoundAndLookAlikesAreNot()
    {
        if (PythonReader.SkipReason is not null) return;
        using var folder = new TempFolder();
        var documents = Judge(await MakeAsync(folder, size: 3_000, seed: 424_242));

        foreach (var level in documents.Where(document => document.Edit is not null).GroupBy(document => document.Edit![..2]))
        {
            var joined = level.Average(copy => copy.Original == documents.First(document => document.Id == copy.BaseId).Original ? 1.0 : 0);
            Assert.True(level.Key[0] == 'X' ? joined <= .005 : joined >= Floor(level.Key), $"{level.Key}: {joined:0.000}");
        }

        var (precision, recall) = Pairs(documents);
        Assert.InRange(precision, .999, 1);
        Assert.InRange(recall, .95, 1);
    }

    [SharedFact]
    public void PlagiarisedPairsAreFoundAmongUnrelatedTexts()
    {
        var documents = Judge(Shared.Path("corpus", "dedup", "mccormick_neardup_en.jsonl"));

        Assert.Equal((1, 1), Pairs(documents));
        Assert.Equal(11, documents.Count(document => document.Original != document.Id));
    }

    private static double Floor(string level) => level switch { "C6" => .97, "C7" => .60, _ => .99 };

    private static async Task<string> MakeAsync(TempFolder folder, int size, int seed)
    {
        string[] arguments =
        [
            Shared.Path("tools", "make_syndication_corpus.py"), "--out", folder.File("stream.jsonl"), "--families", "0.8",
            "--size", size.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--input", Shared.Path("corpus", "dedup", "rpm2_fr.jsonl"), "--input", Shared.Path("corpus", "dedup", "basil_en.jsonl"),
        ];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, said);
        return folder.File("stream.jsonl");
    }

    private static List<Document> Judge(string file)
    {
        var originals = new Originals();
        var documents = new List<Document>();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            DateTimeOffset? time = Text("published") is { } published ? DateTimeOffset.Parse(published, CultureInfo.InvariantCulture) : null;
            var copy = originals.Add(documents.Count, new(Text("url"), Text("source"), time, Text("text")));
            documents.Add(new(Text("id")!, copy is { } found ? documents[found.Original].Id : Text("id")!, Text("dup"), Text("edit"), Text("base_id")));
        }

        return documents;
    }

    private static (double Precision, double Recall) Pairs(List<Document> documents)
    {
        static double Count(IEnumerable<IGrouping<object, Document>> groups) => groups.Sum(group => group.Count() * (group.Count() - 1.0) / 2);
        var labelled = documents.Where(document => document.Family is not null).ToList();
        var both = Count(labelled.GroupBy(document => (object)(document.Family, document.Original)));
        return (both / Count(labelled.GroupBy(document => (object)document.Original)), both / Count(labelled.GroupBy(document => (object)document.Family!)));
    }

    private sealed record Document(string Id, string Original, string? Family, string? Edit, string? BaseId);
}
