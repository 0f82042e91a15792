using Aggregator.Archive;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>The parts of a publication are told from the words of its index, as far as the source tells them apart.</summary>
public sealed class CategoryTests
{
    [Theory, Databases]
    public async Task AFeedsCategoriesAreNotItsKeywords(string database)
    {
        var item = """
            <item><title>Le pont suspendu rouvre aux piétons</title><link>https://journal.example/pont</link><description>Après six mois de travaux.</description>
            <category>Économie</category><category domain="post_tag">pont</category><dc:subject>mobilité</dc:subject><media:keywords>rive, travaux</media:keywords></item>
            """;
        await using var site = await TestSite.StartAsync(hosts: 1);
        site.Give("/flux", $"""
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Journal</title><link>https://journal.example/</link><description>Essai</description>{item}</channel></rss>
            """);

        var seen = await SeenAsync(site, "/flux", database);

        Assert.Equal(["Économie"], seen.Categories);
        Assert.Equal(["Économie", "pont", "mobilité", "rive", "travaux"], seen.Tags);
    }

    [Theory]
    [InlineData("""<p class="meta"><a href="/category/economie/" rel="category tag">Économie</a></p><p class="tags"><a href="/tag/pont/" rel="tag">pont</a></p>""")]
    [InlineData("""<p>Classé dans <a href="/economie/">Économie</a></p><p>Tags : <a href="/tag/pont/" rel="tag">pont</a></p>""")]
    [InlineData("""<span class="cat-links"><a href="/r/12">Économie</a></span><span class="tags-links"><a href="/t/8" rel="tag">pont</a></span>""")]
    [InlineData("""<div><a href="/rubrique/economie">Économie</a></div><div><a href="/mot/pont">#pont</a></div>""")]
    [InlineData("""<p>Rubrique : Économie</p><p>Mots-clés : pont</p>""")]
    public async Task APagesCategoriesAreNotItsTags(string marks)
    {
        string Post(int i, string more) => $"<article><h2><a href=\"/{i}\">Le billet numéro {i} de la série</a></h2>{Fixtures.Text(i)}{more}</article>";
        await using var site = await TestSite.StartAsync(hosts: 1);
        site.Give("/actus", $"<!doctype html><html lang=\"fr\"><head><title>Actus</title></head><body><main><h1>Actus</h1>{Post(1, marks)}{Post(2, "")}{Post(3, "")}</main></body></html>", "text/html; charset=utf-8");

        var seen = await SeenAsync(site, "/actus", Databases.Sqlite);

        Assert.Equal((["Économie"], ["Économie", "pont"]), (seen.Categories.ToArray(), seen.Tags.ToArray()), Same);
    }

    private static bool Same((string[], string[]) a, (string[], string[]) b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2);

    /// <summary>The first article as the source shows it.</summary>
    private static async Task<Appearance> SeenAsync(TestSite site, string path, string database)
    {
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        await bench.FollowAsync(site.Url(path));
        await bench.RefreshAsync();
        Assert.Empty(bench.Faults.Lines);
        return await bench.QueryAsync(db => db.Appearances.AsNoTracking().OrderBy(seen => seen.ArticleId).FirstAsync());
    }
}
