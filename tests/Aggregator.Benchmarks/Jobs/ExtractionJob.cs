using System.Globalization;
using System.IO.Compression;
using System.Text;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using AngleSharp;
using AngleSharp.Html.Parser;

namespace Aggregator.Benchmarks.Jobs;

/// <summary>
/// Reading the scrapinghub pages as articles, in pairs: AngleSharp's parser and nothing else, and the extractor, over the same page one after the
/// other. A ratio is taken of each round and the median of the ratios counts. Bar: 2.6 times the parser; the worst page within 2 s.
/// </summary>
internal static class ExtractionJob
{
    private const int WarmUps = 5, Rounds = 15;
    private static readonly Uri Address = new("https://site.example/article");
    private static readonly IBrowsingContext Services = BrowsingContext.New();

    public static int Run()
    {
        var pages = Directory.GetFiles(Path.Combine(SharedData.Folder, "corpus", "extraction", "scrapinghub", "html")).Order(StringComparer.Ordinal).Select(Page).ToList();
        Say($"{pages.Count} pages, {pages.Sum(page => (long)page.Length) / 1e6:0.0} million characters; {Environment.ProcessorCount} cores, {DateTime.Now:yyyy-MM-dd}");
        for (var i = 0; i < WarmUps; i++) _ = Round(pages);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(pages)).ToList();
        var ratios = rounds.Select(round => round.Read / round.Parse).Order().ToList();
        Say($"| what | ms a page (median) | × the parser (median; quartiles) |");
        Say($"|---|---|---|");
        Say($"| the parser alone | {rounds.Select(round => round.Parse).Order().ElementAt(Rounds / 2) / pages.Count:0.00} | 1 |");
        Say($"| the extractor, parser included | {rounds.Select(round => round.Read).Order().ElementAt(Rounds / 2) / pages.Count:0.00} | {ratios[Rounds / 2]:0.00} ({ratios[Rounds / 4]:0.00} to {ratios[3 * Rounds / 4]:0.00}) |");
        foreach (var (name, page) in Worst()) Say($"| worst page: {name}, {page.Length / 1e6:0.0} MB | {Time(() => ArticleExtractor.Read(page, Address).Text.Length):0} | |");
        return 0;
    }

    private static (double Parse, double Read) Round(List<string> pages)
    {
        var (parse, read) = (0.0, 0.0);
        foreach (var page in pages)
        {
            parse += Time(() => new HtmlParser(default, Services).ParseDocument(page).ChildElementCount);
            read += Time(() => ArticleExtractor.Read(page, Address).Text.Length);
        }

        return (parse, read);
    }

    private static IEnumerable<(string Name, string Page)> Worst()
    {
        var words = string.Concat(Enumerable.Repeat("un mot, un autre ", 8));
        yield return ("100,000 nested elements", Filled("<div>", 100_000, words));
        yield return ("a flood of paragraphs", Filled("<p>", 100_000, words));
        yield return ("unclosed formatting", Filled("<b><i><a href=x>", 50_000, words));
        yield return ("tables in tables", Filled("<table><tr><td>", 40_000, words));
    }

    private static string Filled(string tag, int times, string words)
    {
        var page = new StringBuilder("<!doctype html><html><body>", 16_000_000);
        for (var i = 0; i < times && page.Length < 15_000_000; i++) page.Append(tag).Append(words);
        return page.ToString();
    }

    private static double Time(Func<int> work)
    {
        var before = ThreadClock.Now;
        _ = work();
        return (ThreadClock.Now - before).TotalMilliseconds;
    }

    private static string Page(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return SafeHtml.Decode(bytes.ToArray(), contentType: null);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
