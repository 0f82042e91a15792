using System.Net;
using Aggregator.Accounts;
using Aggregator.Storage;
using Aggregator.Web.Commands;
using Aggregator.Web.Features;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Bench;

/// <summary>The whole program in this process, on a port of its own and a data folder of its own.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    public const string Mail = "claire@revue.example", Password = "une phrase assez longue";

    private readonly TempFolder folder = new();
    private readonly string[] settings;
    private readonly Action<IServiceCollection> change;
    private WebApplication app;

    private DeskSite(IReadOnlyList<string> feeds, int perMinute, string database, Action<IServiceCollection>? change)
    {
        this.change = services =>
        {
            // As many rounds as the product's would take a tenth of a second for each sign-in.
            services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            change?.Invoke(services);
        };
        var sources = feeds.Select((url, at) => $$"""{"url": "{{url}}", "name": "Revue {{at + 1}}", "topics": ["médias"]}""");
        var list = folder.Write("feeds.json", $$"""{"sources": [{{string.Join(',', sources)}}]}""");
        settings = [
            $"DataDirectory={folder.File("data")}", $"Feeds={list}", "Urls=http://127.0.0.1:0", "Fetching:AllowedPrivateNetworks=127.0.0.0/8",
            "Fetching:HostDelay=00:00:00", "Logging:LogLevel:Default=None", $"Api:RequestsPerMinute={perMinute}", .. Databases.Settings(database)];
        app = Site.Build(Settings.Load(settings), this.change);
    }

    /// <summary>Where its mails lie.</summary>
    public string Outbox => folder.File("data", "outbox");

    /// <summary>Everything that is mapped.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Uri Address => new(app.Urls.First());

    public static Task<DeskSite> StartAsync(params IReadOnlyList<string> feeds) => StartAsync(perMinute: 0, feeds);

    /// <param name="perMinute">Requests of the API that an account may make a minute; 0 for no limit.</param>
    /// <param name="database">Of <see cref="Databases"/>.</param>
    /// <param name="change">Puts something else in the place of a service.</param>
    public static async Task<DeskSite> StartAsync(int perMinute, IReadOnlyList<string> feeds, string database = Databases.Sqlite, Action<IServiceCollection>? change = null)
    {
        var site = new DeskSite(feeds, perMinute, database, change);
        await site.OpenAsync();
        return site;
    }

    /// <summary>Stops the program and starts it again on the same data, at another address.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        app = Site.Build(Settings.Load(settings), change);
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        var given = Get<Settings>();
        if (given.Postgres is null) await MigratedDatabase.PlaceAsync(given.Data);
        await ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
    }

    private async Task CloseAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>A browser that keeps its cookies and follows nothing by itself.</summary>
    public Browsing Browse(string language = "en") => new(Address, language);

    public async Task<string> SetUpTokenAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SetUpLink>().MakeAsync(CancellationToken.None))!;
    }

    public async Task<T> QueryAsync<T>(Func<AggregatorDb, Task<T>> query)
    {
        await using var db = app.Services.GetRequiredService<Func<AggregatorDb>>()();
        return await query(db);
    }

    /// <summary>The stories' nightly pass, now.</summary>
    public Task<int> ReviewStoriesAsync() => app.Services.GetRequiredService<Aggregator.Stories.StoryKeeper>().ReviewAsync(CancellationToken.None);

    /// <summary>The same pass by a program that was just started.</summary>
    public async Task<int> ReviewStoriesAfterARestartAsync()
    {
        await app.Services.GetRequiredService<Aggregator.Intake.CopyKeeper>().RunAsync(CancellationToken.None);
        using var keeper = new Aggregator.Stories.StoryKeeper(app.Services.GetRequiredService<Func<AggregatorDb>>(), TimeProvider.System);
        return await keeper.ReviewAsync(CancellationToken.None);
    }

    /// <summary>Makes the first account and stays signed in.</summary>
    public async Task<Browsing> SignUpAsync(string language = "en")
    {
        var browsing = Browse(language);
        var token = await SetUpTokenAsync();
        using var made = await browsing.SubmitAsync($"/set-up?token={token}", "/set-up", ("name", "Claire Martin"), ("mail", Mail), ("password", Password));
        Assert.Equal((HttpStatusCode.Redirect, "/desk"), (made.StatusCode, made.Headers.Location?.ToString()));
        return browsing;
    }

    /// <summary>A new account, whose password is <see cref="Password"/>.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> AccountAsync(AccountRole role, string name)
    {
        var mail = $"{role}-{Guid.NewGuid():N}@revue.example".ToLowerInvariant();
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new() { Name = name, UserName = mail, Email = mail, EmailConfirmed = true, Role = role }, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return mail;
    }

    /// <summary>A visitor who is signed in with an account of this role.</summary>
    public async Task<Browsing> SignInAsync(AccountRole role, string language = "en")
    {
        var mail = await AccountAsync(role, role.ToString());
        var browsing = Browse(language);
        using var entered = await browsing.SubmitAsync("/sign-in", "/sign-in", ("mail", mail), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return browsing;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Dispose();
    }
}

/// <summary>One visitor of the site.</summary>
internal sealed class Browsing : IDisposable
{
    private readonly HttpClient client;

    public Browsing(Uri address, string language)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }, disposeHandler: true) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null) => client.SendAsync(new(method, path) { Content = body });

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Opens a page, fills its form in and sends it, hidden fields and all.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params IEnumerable<(string Name, string Value)> fields) =>
        await PostAsync(action, [.. await FormAsync(page, action), .. fields]);

    /// <summary>Opens a page and gives the hidden fields of its form, so that it can be sent later.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> FormAsync(string page, string action)
    {
        var form = (await PageAsync(page)).QuerySelectorAll("form").Single(form => form.GetAttribute("action") == action && form.GetAttribute("method") == "post");
        return [.. form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))];
    }

    public async Task<IDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        return await PageOf(response);
    }

    public static async Task<IDocument> PageOf(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public void Dispose() => client.Dispose();
}
