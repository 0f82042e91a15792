using Aggregator.Archive;
using Aggregator.Curation.Editing;
using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Intake;

/// <summary>An issue of a press review that a source brings is kept with its parts, and an issue made here can refer to it.</summary>
public sealed class EarlierIssueTests : IAsyncLifetime
{
    private const string Html = "text/html; charset=utf-8";

    private TestSite site = null!;
    private TestBench bench = null!;

    public async Task InitializeAsync() => site = await TestSite.StartAsync(hosts: 1);

    public async Task DisposeAsync()
    {
        Assert.Empty(bench.Faults.Lines);
        await bench.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory, Databases]
    public async Task TheLatestIssueIsReadAndReferredTo(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/revue", IssuePage("La semaine des ports, 14 mars 2025", "Les quais de Lorient rouvrent"), Html);
        await bench.FollowAsync(site.Url("/revue"));

        await bench.RefreshAsync();

        var issue = Assert.Single(await IssuesAsync());
        Assert.Equal((2025, 3, 14), (issue.Day.Year, issue.Day.Month, issue.Day.Day));
        Assert.Equal(["Les quais de Lorient rouvrent", "Le fret fluvial cherche ses bateaux"], issue.Sections.Select(section => section.Title));
        Assert.Equal(["Le Phare", "L’Estran"], issue.Sections[0].Credits.Select(credit => credit.Name));
        Assert.Equal(site.Url("/revue"), await AddressOfReferenceAsync(issue.PublicId));
    }

    /// <summary>Read anew it is the same issue: what refers to it goes on doing so.</summary>
    [Theory, Databases]
    public async Task ReadAnewItKeepsItsIds(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        site.Give("/revue", IssuePage("La semaine des ports, 14 mars 2025", "Les quais de Lorient rouvrent"), Html);
        await bench.FollowAsync(site.Url("/revue"));
        await bench.RefreshAsync();
        var before = Assert.Single(await IssuesAsync());

        site.Give("/revue", IssuePage("La semaine des ports, 14 mars 2025", "Les quais de Lorient ont rouvert"), Html);
        await bench.RefreshAsync();

        var after = Assert.Single(await IssuesAsync());
        Assert.Equal(before.PublicId, after.PublicId);
        Assert.Equal("Les quais de Lorient ont rouvert", after.Sections[0].Title);
        Assert.Equal(before.Sections[1].Id, after.Sections[1].Id);
        Assert.NotEqual(before.Sections[0].Id, after.Sections[0].Id);
    }

    /// <summary>A page that lists a press review's issues brings each of them from its own address; an article with a day in its title is none.</summary>
    [Theory, Databases]
    public async Task AListOfIssuesBringsEach(string database)
    {
        bench = await TestBench.StartAsync(Databases.Settings(database));
        var entries = Enumerable.Range(1, 4).Select(i => $"<li><h2><a href=\"/revue/{i}\">La semaine des ports, {i + 10} mars 2025</a></h2><p>{Fixtures.Paragraphs(i)[0]}</p></li>");
        site.Give("/revues", $"<!doctype html><html lang=\"fr\"><head><title>Revues</title></head><body><main><h1>Revues</h1><ul>{string.Concat(entries)}</ul></main></body></html>", Html);
        foreach (var i in Enumerable.Range(1, 3)) site.Give($"/revue/{i}", IssuePage($"La semaine des ports, {i + 10} mars 2025", $"Le sujet {i} de la semaine"), Html);
        site.Give("/revue/4", Fixtures.Page(4, "La semaine des ports, 14 mars 2025"), Html);
        await bench.FollowAsync(site.Url("/revues"));

        await bench.RefreshAsync();
        await bench.ExtractAsync();

        Assert.Equal([11, 12, 13], (await IssuesAsync()).Select(issue => issue.Day.Day));
        var kept = await bench.QueryAsync(db => KeptArticles.FindAsync(db, CancellationToken.None));
        Assert.Equal(3, kept.Count);
    }

    [SharedFact]
    public async Task IssueTwoOfTheSamplesIsOne()
    {
        bench = await TestBench.StartAsync();
        site.Give("/002", await File.ReadAllTextAsync(Shared.Path("corpus", "seeds", "html", "002.html")), Html);
        await bench.FollowAsync(site.Url("/002"));

        await bench.RefreshAsync();

        var issue = Assert.Single(await IssuesAsync());
        var article = await bench.QueryAsync(db => db.Articles.Include(one => one.Text).SingleAsync(one => one.Id == issue.ArticleId));
        using var expected = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Shared.Path("corpus", "seeds", "expected-002.json")));
        var wanted = expected.RootElement.GetProperty("issue");
        Assert.Equal(wanted.GetProperty("title").GetString(), article.Title);
        Assert.Equal(wanted.GetProperty("editionDate").GetString(), issue.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(wanted.GetProperty("sections").EnumerateArray().Select(section => Line(section.GetProperty("heading").GetString())), issue.Sections.Select(section => Line(section.Title)));
        Assert.Equal(
            wanted.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("familyName").GetString()!.ToUpperInvariant()),
            article.Text.Authors.Select(name => name.Split(' ')[^1].ToUpperInvariant()));
        Assert.True(Guid.TryParse(issue.PublicId.ToString(), out _) && issue.PublicId.Version == 8);
    }

    private static string Line(string? text) => text!.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<List<EarlierIssue>> IssuesAsync() => await bench.QueryAsync(db => db.EarlierIssues.AsNoTracking().OrderBy(issue => issue.Day).ToListAsync());

    /// <summary>Where the words "notre numéro" of a section lead that refers to an issue.</summary>
    private Task<string?> AddressOfReferenceAsync(Guid id) => bench.QueryAsync(async db =>
    {
        var publication = new Publication { PublicId = Guid.CreateVersion7(), Title = "La revue", Language = "fr", TimeZone = "Europe/Paris", SenderName = "La revue", SenderAddress = "revue@revue.example" };
        var issue = new Issue { PublicId = Guid.CreateVersion7(), Publication = publication, Number = 1, Title = "Un" };
        issue.Sections.Add(new Section
        {
            PublicId = Guid.CreateVersion7(), Title = "Une section",
            Blocks = [new(BlockKind.Paragraph, [new("Nous l’annoncions dans "), new("notre numéro", new Mark(MarkKind.CrossReference, IssueId: id)), new(".")])],
        });
        var edition = await EditionReader.ReadAsync(db, issue, "https://revue.example", CancellationToken.None);
        return edition.Sections[0].Blocks[0].Spans.Single(span => span.Text == "notre numéro").Href;
    });

    private static string IssuePage(string title, string first)
    {
        static string Section(string heading, int text, params string[] credits) =>
            $"<h2>{heading}</h2><p>{Fixtures.Paragraphs(text)[0]} {string.Join(" ", credits.Select((name, i) => $"Selon <a href=\"https://journal-{i}.example/{text}\">{name}</a>, le port attend."))}</p><p>{Fixtures.Paragraphs(text)[1]}</p>";
        return $"""
            <!doctype html><html lang="fr"><head><title>{title}</title></head><body><article><h1>{title}</h1><p class="author">Par Maëlle Kerbrat</p>
            <p>{Fixtures.Paragraphs(5)[0]}</p>{Section(first, 1, "Le Phare", "L’Estran")}{Section("Le fret fluvial cherche ses bateaux", 2, "La Vigie")}</article></body></html>
            """;
    }
}
