using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web;

/// <summary>A desk with a team of one and a few articles, shared by the tests that only look.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    internal const string Hostile = """
        <p onclick="alert(1)">Un texte <b>net</b>.</p><p>Des éléphants passent.</p><script>alert(2)</script><style>body{display:none}</style>
        <img src="https://tracker.example/pixel.gif" alt="Un graphique" onerror="alert(3)"><iframe src="https://evil.example/"></iframe>
        <a href="javascript:alert(4)">piège</a><a href="https://press.example/suite">suite</a><form action="https://evil.example/"><input name=x></form>
        <svg onload="alert(5)"><use href="https://evil.example/#x"></use></svg><video src="https://evil.example/v.mp4" autoplay></video>
        """;

    internal TestSite Press { get; private set; } = null!;

    internal DeskSite Site { get; private set; } = null!;

    internal Browsing Editor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Press = await TestSite.StartAsync(hosts: 2);
        Press.Give("/feed", Fixtures.Rss("Revue", Fixtures.Item("Enquête sur les modérateurs", Press.Url("/a/1"), content: Fixtures.Text(1) + Hostile),
            Fixtures.Item("Un extrait", Press.Url("/a/2"), "Le début seulement…"),
            Fixtures.Item("Un <script>alert('titre')</script> & autres", Press.Url("/a/3"), content: Fixtures.Text(3))));
        Press.Give("/copy", Fixtures.Rss("Copie", Fixtures.Item("La même chose", Press.Url("/b/3", 1), content: Fixtures.Text(3))));
        Site = await DeskSite.StartAsync(Press.Url("/feed"), Press.Url("/missing"), Press.Url("/copy", 1));
        await Eventually.TrueAsync(() => Site.QueryAsync(async db => await db.Polls.CountAsync() >= 3 && await db.Extractions.AllAsync(row => row.DueAt == null)), "the first visits");
        Editor = await Site.SignUpAsync();
    }

    public async Task DisposeAsync()
    {
        Editor.Dispose();
        await Site.DisposeAsync();
        await Press.DisposeAsync();
    }
}
