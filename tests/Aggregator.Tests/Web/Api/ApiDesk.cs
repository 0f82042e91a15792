using Aggregator.Accounts;
using Aggregator.Tests.Bench;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Tests.Web.Api;

/// <summary>A running program and a caller of each role.</summary>
internal sealed class ApiDesk : IAsyncDisposable
{
    private readonly Dictionary<AccountRole, ApiCaller> callers = [];

    private ApiDesk(DeskSite site) => (Site, Nobody) = (site, new(site.Address, key: null));

    public DeskSite Site { get; }

    public ApiCaller Nobody { get; }

    public ApiCaller Contributor => Of(AccountRole.Contributor);

    public ApiCaller Editor => Of(AccountRole.Editor);

    public ApiCaller Publisher => Of(AccountRole.Publisher);

    public ApiCaller Of(AccountRole role) => callers[role];

    public static Task<ApiDesk> StartAsync(params IReadOnlyList<string> feeds) => StartAsync(Databases.Sqlite, feeds);

    /// <param name="database">Of <see cref="Databases"/>.</param>
    /// <param name="feeds">Sources.</param>
    public static async Task<ApiDesk> StartAsync(string database, IReadOnlyList<string> feeds)
    {
        var desk = new ApiDesk(await DeskSite.StartAsync(perMinute: 0, feeds, database));
        foreach (var role in Enum.GetValues<AccountRole>()) desk.callers.Add(role, await ApiCaller.MakeAsync(desk.Site, role));
        return desk;
    }

    public async Task<string> PublicationAsync(string title = "Revue sociale") => (await Publisher.PostAsync("/publications", Publication(title))).Is(201).Id;

    public Task<ApiAnswer> DraftAsync(string publication, string title = "La semaine") =>
        Editor.PostAsync($"/publications/{publication}/issues", new { title, intro = "Ce qu’il fallait lire.", bylines = new[] { "Claire Martin" } });

    /// <summary>An approved issue of one section.</summary>
    public async Task<string> ApprovedAsync(string publication)
    {
        var draft = (await DraftAsync(publication)).Is(201);
        (await Contributor.PostAsync($"/issues/{draft.Id}/sections", Section("Marseille", 1), draft.ETag)).Is(201);
        var whole = (await Publisher.GetAsync($"/issues/{draft.Id}")).Is(200);
        (await Publisher.PostAsync($"/issues/{draft.Id}:approve", match: whole.ETag)).Is(200);
        return draft.Id;
    }

    /// <summary>Somebody who has confirmed.</summary>
    public async Task SubscribeAsync(string publication, string address)
    {
        (await Publisher.PostAsync($"/publications/{publication}/subscribers", new { address })).Is(202);
        await Site.QueryAsync(db => db.Subscriptions.Where(s => s.Subscriber.Address == address)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, Aggregator.Sending.SubscriptionState.Confirmed)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers.Values) caller.Dispose();
        Nobody.Dispose();
        await Site.DisposeAsync();
    }

    public static object Publication(string title = "Revue sociale", string language = "fr") => new
    {
        title, description = "La presse des réseaux.", language, timeZone = "Europe/Paris", senderName = "La rédaction", senderAddress = "revue@social.example",
    };

    public static object Section(string title, int article, string text = "Les rédactions demandent des comptes, écrit ") => Section(title, [article], text);

    /// <summary>A section with a paragraph for each article, which it credits.</summary>
    public static object Section(string title, IEnumerable<int> articles, string text = "Les rédactions demandent des comptes, écrit ") => new
    {
        title,
        blocks = articles.Select(article => new { kind = "paragraph", spans = new object[] { new { text }, new { text = "La Une", mark = new { kind = "credit", articleId = article } }, new { text = "." } } }).ToArray(),
    };
}
