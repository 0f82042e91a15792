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

    internal TestSite Press { get; private set; } = null!;

    internal DeskSite Site { get; private set; } = null!;

    internal ApiCaller Contributor { get; private set; } = null!;

    internal ApiCaller Editor { get; private set; } = null!;

    internal ApiCaller Publisher { get; private set; } = null!;

    internal ApiCaller Administrator { get; private set; } = null!;

    internal ApiCaller Nobody { get; private set; } = null!;

    internal ApiCaller Of(AccountRole role) => role switch
    {
        AccountRole.Contributor => Contributor, AccountRole.Editor => Editor, AccountRole.Publisher => Publisher, _ => Administrator,
    };

    public async Task InitializeAsync()
    {
        Press = await TestSite.StartAsync(hosts: 2);
        Press.Give("/one", Feed("La Une", 0, told => (told.Title, told.One)));
        Press.Give("/other", Feed("L’Autre", 1, told => (told.OtherTitle, told.Other)));
        Site = await DeskSite.StartAsync(Press.Url("/one"), Press.Url("/other", 1));
        await Eventually.TrueAsync(() => Site.QueryAsync(async db => await db.StoryMembers.CountAsync() == 2 * Told.Length), "the stories");
        Contributor = await ApiCaller.MakeAsync(Site, AccountRole.Contributor);
        Editor = await ApiCaller.MakeAsync(Site, AccountRole.Editor);
        Publisher = await ApiCaller.MakeAsync(Site, AccountRole.Publisher);
        Administrator = await ApiCaller.MakeAsync(Site, AccountRole.Administrator);
        Nobody = new(Site.Address, key: null);
    }

    public async Task DisposeAsync()
    {
        foreach (var caller in new[] { Contributor, Editor, Publisher, Administrator, Nobody }) caller.Dispose();
        await Site.DisposeAsync();
        await Press.DisposeAsync();
    }

    internal static object Publication(string title = "Revue sociale", string language = "fr") => new
    {
        title, description = "La presse des réseaux.", language, timeZone = "Europe/Paris", senderName = "La rédaction", senderAddress = "revue@social.example",
    };

    internal async Task<string> PublicationAsync(string title = "Revue sociale") => (await Publisher.PostAsync("/publications", Publication(title))).Is(201).Id;

    internal Task<ApiAnswer> DraftAsync(string publication, string title = "La semaine") =>
        Editor.PostAsync($"/publications/{publication}/issues", new { title, intro = "Ce qu’il fallait lire.", bylines = new[] { "Claire Martin" } });

    internal static object Section(string title, int article, string text = "Les rédactions demandent des comptes, écrit ") => new
    {
        title,
        blocks = new[] { new { kind = "paragraph", spans = new object[] { new { text }, new { text = "La Une", mark = new { kind = "credit", articleId = article } }, new { text = "." } } } },
    };

    /// <summary>An approved issue of one section.</summary>
    internal async Task<string> ApprovedAsync(string publication)
    {
        var draft = (await DraftAsync(publication)).Is(201);
        (await Contributor.PostAsync($"/issues/{draft.Id}/sections", Section("Marseille", 1), draft.ETag)).Is(201);
        var whole = (await Publisher.GetAsync($"/issues/{draft.Id}")).Is(200);
        (await Publisher.PostAsync($"/issues/{draft.Id}:approve", match: whole.ETag)).Is(200);
        return draft.Id;
    }

    /// <summary>Somebody who has confirmed.</summary>
    internal async Task SubscribeAsync(string publication, string address)
    {
        (await Publisher.PostAsync($"/publications/{publication}/subscribers", new { address })).Is(202);
        await Site.QueryAsync(db => db.Subscriptions.Where(s => s.Subscriber.Address == address)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, Aggregator.Sending.SubscriptionState.Confirmed)));
    }

    private string Feed(string title, int host, Func<(string Title, string One, string Other, string OtherTitle), (string Title, string Text)> told)
    {
        var now = TimeProvider.System.GetUtcNow().AddHours(-3).ToString("R", CultureInfo.InvariantCulture);
        var items = Told.Select((story, at) => (told(story), at)).Select(item =>
        {
            var ((name, text), at) = item;
            return $"<item><title>{WebUtility.HtmlEncode(name)}</title><link>{Press.Url($"/article/{at}", host)}</link><pubDate>{now}</pubDate><content:encoded>{WebUtility.HtmlEncode(string.Concat(Enumerable.Repeat($"<p>{text}</p>", 8)))}</content:encoded></item>";
        });
        return $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{title}</title><link>https://press.example/</link><description>Essai</description><language>fr</language>{string.Concat(items)}</channel></rss>""";
    }
}
