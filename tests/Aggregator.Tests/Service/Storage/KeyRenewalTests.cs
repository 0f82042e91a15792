using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Service.Storage;

/// <summary>Keys that an earlier program stored, after an update of the rules.</summary>
public sealed class KeyRenewalTests
{
    [Theory, Databases]
    public async Task StoredKeysAreMadeAnewOnceAndNothingComesASecondTime(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var bench = await TestBench.StartAsync(Databases.Settings(database));
        var link = site.Url("/the-new-bridge?share=true");
        site.Give("/feed?q=a+b",
            Fixtures.Rss("Revue", Fixtures.Item("Le pont", link, "Un résumé.", Fixtures.Text(1)),
            Fixtures.Item("Sans adresse", null, Fixtures.Text(2), guid: "2")));
        await bench.FollowAsync(site.Url("/feed?q=a+b"));
        await bench.RefreshAsync();
        var before = await bench.QueryAsync(db =>
            db.Articles.OrderBy(article => article.Id).Select(article => article.UrlKey).ToListAsync());
        await bench.Get<SqlStore>().WriteAsync(async (session, stop) =>
        {
            await session.RunAsync("UPDATE article SET url_key = @old WHERE url_key = @key",
                [("old", before[0] + "?share=true"), ("key", before[0])], stop);
            await session.RunAsync("UPDATE source SET url_key = @old", [("old", UrlKey.Of(site.Url("/feed")) + "?q=a+b")], stop);
            await session.RunAsync("INSERT INTO tombstone(url_key, deleted_at) VALUES ('a.example/the-new-bridge?share=true', 0)", [],
                stop);
            return await session.RunAsync("UPDATE key_rules SET rules = 1", [], stop);
        }, CancellationToken.None);

        await bench.Get<DatabaseUpkeep>().MigrateAsync();

        Assert.Equal(before,
            await bench.QueryAsync(db => db.Articles.OrderBy(article => article.Id).Select(article => article.UrlKey).ToListAsync()));
        Assert.Equal(UrlKey.Of(site.Url("/feed?q=a+b")),
            await bench.QueryAsync(db => db.Sources.Select(source => source.UrlKey).SingleAsync()));
        Assert.True(await bench.QueryAsync(db =>
            db.Set<Aggregator.Archive.Tombstone>().AnyAsync(row => row.UrlKey == "a.example/the-new-bridge")));
    }
}
