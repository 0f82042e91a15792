using System.IO.Compression;
using Aggregator.Benchmarks.Jobs;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Benchmarks;

/// <summary>Says what pages are and reads their entries, against the floor of parsing them: the five lists of the shared data and 91 article pages.</summary>
[MemoryDiagnoser]
public class PageReading
{
    private static readonly Uri Address = new("https://site.example/");

    private string[] lists = [], articles = [];

    [GlobalSetup]
    public void Setup()
    {
        lists = [.. Directory.GetFiles(Path.Combine(SharedData.Folder, "corpus", "seeds", "html")).Select(File.ReadAllText)];
        articles = [.. Directory.GetFiles(Path.Combine(SharedData.Folder, "corpus", "extraction", "scrapinghub", "html")).Select(Unpacked)];
    }

    [Benchmark(Baseline = true)]
    public int ParseLists() => lists.Count(page => SafeHtml.Parse(page, Address).Readable);

    [Benchmark]
    public int ReadLists() => lists.Sum(page => PageReader.Read(page, Address).Entries.Count);

    [Benchmark]
    public int ParseArticles() => articles.Count(page => SafeHtml.Parse(page, Address).Readable);

    [Benchmark]
    public int ReadArticles() => articles.Sum(page => PageReader.Read(page, Address).Entries.Count);

    private static string Unpacked(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
