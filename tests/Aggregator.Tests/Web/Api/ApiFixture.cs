using System.Globalization;
using System.Net;
using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>The program with two sources that tell the same four stories, and a caller of each role.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    /// <summary>What the outlets tell, in words of their own.</summary>
    internal static readonly (string Title, string One, string Other, string OtherTitle)[] Told =
    [
        ("Instagram supprime des comptes de journalistes à Marseille", "La plateforme Instagram a supprimé lundi les comptes de douze journalistes marseillais sans explication. Les rédactions de Marseille demandent des comptes à Meta.",
            "Douze journalistes marseillais ont perdu lundi leur compte Instagram. Meta, qui possède la plateforme, parle d’une erreur de modération à Marseille.", "Marseille : Meta rend leurs comptes Instagram aux journalistes"),
        ("Le Parlement vote la transparence des algorithmes", "Le Parlement européen a voté mercredi un texte sur la transparence des algorithmes de recommandation. Les députés veulent ouvrir les algorithmes aux chercheurs.",
            "Les chercheurs pourront étudier les algorithmes de recommandation : le texte voté mercredi au Parlement européen oblige à la transparence.", "Algorithmes : les députés européens imposent la transparence"),
        ("Mastodon dépasse quinze millions d’inscrits", "Le réseau décentralisé Mastodon annonce quinze millions d’inscrits après une semaine d’afflux. Ses serveurs bénévoles peinent à suivre les inscriptions.",
            "Quinze millions d’inscrits : Mastodon, réseau décentralisé tenu par des bénévoles, grandit plus vite que ses serveurs.", "Les serveurs de Mastodon débordés par quinze millions d’inscrits"),
        ("Une radio locale de Lille lance sa chaîne vidéo", "La radio lilloise Pastel lance une chaîne vidéo quotidienne tournée par ses auditeurs. La rédaction de Lille forme trente bénévoles au montage vidéo.",
            "À Lille, la radio Pastel confie sa nouvelle chaîne vidéo à trente auditeurs bénévoles formés au montage.", "Lille : les auditeurs de la radio Pastel passent à la vidéo"),
    ];

    /// <summary>Of <see cref="Databases"/>.</summary>
    internal string Database { get; init; } = Databases.Sqlite;

    internal TestSite Press { get; private set; } = null!;

    internal ApiDesk Desk { get; private set; } = null!;

    internal DeskSite Site => Desk.Site;

    internal ApiCaller Contributor => Desk.Contributor;

    internal ApiCaller Editor => Desk.Editor;

    internal ApiCaller Publisher => Desk.Publisher;

    internal ApiCaller Administrator => Desk.Of(AccountRole.Administrator);

    internal ApiCaller Nobody => Desk.Nobody;

    /// <summary>Calls with the token of a guest's link, which opens a draft.</summary>
    internal ApiCaller Guest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Press = await TestSite.StartAsync(hosts: 2);
        Desk = await ApiDesk.StartAsync(Database, Tell(Press));
        await Eventually.TrueAsync(() => Site.QueryAsync(async db => await db.StoryMembers.CountAsync() == 2 * Told.Length), "the stories");
        var draft = (await Desk.DraftAsync(await Desk.PublicationAsync())).Is(201);
        Guest = new(Site.Address, (await Editor.PostAsync($"/issues/{draft.Id}/guests", new { name = "Ana" })).Is(201).Of("url").Split('/')[^1]);
    }

    public async Task DisposeAsync()
    {
        Guest.Dispose();
        await Desk.DisposeAsync();
        await Press.DisposeAsync();
    }

    /// <summary>Gives two feeds that tell the same four stories.</summary>
    /// <returns>Their addresses.</returns>
    internal static string[] Tell(TestSite press)
    {
        press.Give("/one", Feed(press, "La Une", 0, told => (told.Title, told.One)));
        press.Give("/other", Feed(press, "L’Autre", 1, told => (told.OtherTitle, told.Other)));
        return [press.Url("/one"), press.Url("/other", 1)];
    }

    private static string Feed(TestSite press, string title, int host, Func<(string Title, string One, string Other, string OtherTitle), (string Title, string Text)> told)
    {
        var now = TimeProvider.System.GetUtcNow().AddHours(-3).ToString("R", CultureInfo.InvariantCulture);
        var items = Told.Select((story, at) => (told(story), at)).Select(item =>
        {
            var ((name, text), at) = item;
            return $"<item><title>{WebUtility.HtmlEncode(name)}</title><link>{press.Url($"/article/{at}", host)}</link><pubDate>{now}</pubDate><content:encoded>{WebUtility.HtmlEncode(string.Concat(Enumerable.Repeat($"<p>{text}</p>", 8)))}</content:encoded></item>";
        });
        return $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{title}</title><link>https://press.example/</link><description>Essai</description><language>fr</language>{string.Concat(items)}</channel></rss>""";
    }
}
