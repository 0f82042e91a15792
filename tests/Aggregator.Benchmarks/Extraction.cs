using System.IO.Compression;
using Aggregator.Benchmarks.Jobs;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using AngleSharp;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Benchmarks;

/// <summary>
/// Reads the scrapinghub pages as articles on one thread, against the floor of AngleSharp parsing them and nothing else.
/// Bar: at most 2.6 times its time.
/// </summary>
[MemoryDiagnoser]
public class Extraction
{
    private static readonly Uri Address = new("https://site.example/article");
    private static readonly IBrowsingContext Services = BrowsingContext.New();

    private string[] pages = [];

    [GlobalSetup]
    public void Setup() => pages = [.. Directory.GetFiles(Path.Combine(SharedData.Folder, "corpus", "extraction", "scrapinghub", "html")).Select(Page)];

    [Benchmark(Baseline = true)]
    public int ParseAlone() => pages.Sum(page => new HtmlParser(default, Services).ParseDocument(page).ChildElementCount);

    [Benchmark]
    public int Read() => pages.Sum(page => ArticleExtractor.Read(page, Address).Text.Length);

    private static string Page(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return SafeHtml.Decode(bytes.ToArray(), contentType: null);
    }
}
