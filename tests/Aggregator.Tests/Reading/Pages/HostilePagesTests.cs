using System.IO.Compression;
using System.Text;
using Aggregator.Reading.Html;
using Aggregator.Reading.Pages;

namespace Aggregator.Tests.Reading.Pages;

/// <summary>What is no page, and pages made to hurt: an answer in words, never an exception.</summary>
public sealed class HostilePagesTests
{
    private static readonly Uri Address = new("https://site.example/liste");

    [Theory]
    [InlineData("")]
    [InlineData("\0\0<")]
    [InlineData("<html><frameset><frame src=x></frameset></html>")]
    [InlineData("<form><input name=q><button>Se connecter</button></form>")]
    [InlineData("<ul><li><a href='javascript:alert(1)'>Un lien sans but</a></li><li><a href=':'>Un autre lien</a></li></ul>")]
    public void Nothing_usable_is_said_in_a_sentence(string html)
    {
        var reading = PageReader.Read(html, Address);

        Assert.Equal((PageKind.Nothing, 0), (reading.Kind, reading.Entries.Count));
        Assert.EndsWith(".", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_cut_or_shuffled_anywhere_is_still_read()
    {
        var random = new Random(5);
        foreach (var name in ExpectedPage.Names)
        {
            var html = File.ReadAllText(Path.Combine(ExpectedPage.Folder, name + ".html"));
            for (var round = 0; round < 12; round++)
            {
                var broken = Break(html, random);
                var reading = PageReader.Read(broken, Address);
                Assert.All(reading.Entries, entry => Assert.NotEqual("", entry.Title));
            }
        }
    }

    [Fact]
    public void Thousands_of_entries_are_bounded_and_deep_nesting_is_refused_in_words()
    {
        var list = new StringBuilder("<main><h1>Liste</h1>");
        for (var i = 0; i < 20_000; i++) list.Append("<h2><a href='/n/").Append(i).Append("'>Une nouvelle numéro ").Append(i).Append("</a></h2><p>Texte.</p>");
        var deep = string.Concat(Enumerable.Repeat("<div><h2>", 60_000));

        Assert.InRange(PageReader.Read(list.ToString(), Address).Entries.Count, 1, PageReader.MostEntries);
        Assert.NotNull(PageReader.Read(deep, Address).Problem);
    }

    [SharedFact]
    public void Pages_of_one_article_are_seen_as_one()
    {
        var kinds = new Dictionary<PageKind, int>();
        foreach (var file in Directory.EnumerateFiles(Shared.Path("corpus", "extraction"), "*.html.gz", SearchOption.AllDirectories))
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var kind = PageReader.Read(SafeHtml.Decode(bytes.ToArray(), null), new Uri("https://site.example/a")).Kind;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        Assert.True(kinds[PageKind.Article] >= 320, string.Join(", ", kinds));
    }

    private static string Break(string html, Random random)
    {
        var broken = new StringBuilder(html);
        for (var i = 0; i < 8 && broken.Length > 400; i++)
        {
            var at = random.Next(broken.Length - 300);
            switch (random.Next(4))
            {
                case 0: broken.Remove(at, random.Next(300)); break;
                case 1: broken.Insert(at, "</div></li><table><p>"); break;
                case 2: broken.Insert(at, "<a href=\"//\uD800[::1\">"); break;
                default: broken[at] = (char)random.Next(1, 0x3000); break;
            }
        }

        return random.Next(3) == 0 ? broken.ToString(0, broken.Length / 2) : broken.ToString();
    }
}
