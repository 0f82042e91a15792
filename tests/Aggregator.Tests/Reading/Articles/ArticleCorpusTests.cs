using System.IO.Compression;
using Aggregator.Reading.Articles;
using Aggregator.Reading.Html;
using Aggregator.Tests.Reading.Html;

namespace Aggregator.Tests.Reading.Articles;

/// <summary>Every page of the shared corpora; how well they are read is measured by the scorers, not here.</summary>
public sealed class ArticleCorpusTests
{
    [SharedFact]
    public void Every_page_is_read_without_an_exception_and_comes_out_safe()
    {
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(Shared.Path("corpus", "extraction"), "*.html.gz", SearchOption.AllDirectories))
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var reading = ArticleExtractor.Read(SafeHtml.Decode(bytes.ToArray(), null), new Uri("https://site.example/a"));
            Active.AssertNone(reading.Html, file);
            if (reading.Text.Length > 100) read++;
        }

        Assert.True(read > 325, $"{read} pages have text");
    }
}
