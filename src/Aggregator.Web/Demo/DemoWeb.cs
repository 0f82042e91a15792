using System.Collections.Frozen;
using System.Net;

namespace Aggregator.Web.Demo;

/// <summary>
/// A small web of its own for the demo: five invented sites with six feeds, each site on a free port of the loopback interface.
/// The same at every start but for ports and dates. Says nothing on the console.
/// </summary>
internal sealed class DemoWeb : IAsyncDisposable
{
    private readonly WebApplication kestrel;

    private readonly FrozenDictionary<string, string> bySlug;

    private DemoWeb(WebApplication server, IReadOnlyList<DemoEdition> editions)
    {
        kestrel = server;
        bySlug = editions.SelectMany(edition => edition.Posts)
            .ToFrozenDictionary(post => post.Article.Slug, post => post.Address.AbsoluteUri, StringComparer.Ordinal);
        Sources = [.. editions.Select(edition => new DemoSource(
            edition.Outlet.Name, edition.Feed.AbsoluteUri, edition.Home.AbsoluteUri, edition.Outlet.Language, edition.Outlet.Topics))];
    }

    /// <summary>The six sources, as one would enter them at the desk.</summary>
    public IReadOnlyList<DemoSource> Sources { get; }

    /// <summary>The address of an article in this run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such article.</exception>
    public string AddressOf(string slug) => bySlug[slug];

    /// <param name="now">When the demo starts: every article is published some time before it, and none after.</param>
    /// <param name="stop">Gives the start up.</param>
    public static async Task<DemoWeb> StartAsync(DateTimeOffset now, CancellationToken stop)
    {
        var sites = DemoOutlet.All.Select(outlet => outlet.Site).Distinct().ToList();
        var answers = FrozenDictionary<int, FrozenDictionary<string, WebFile>>.Empty;
        var server = Build(sites.Count, context => AnswerAsync(context, answers));
        try
        {
            await server.StartAsync(stop);
            var roots = sites.Zip(server.Urls).ToDictionary(pair => pair.First, pair => new Uri(pair.Second), StringComparer.Ordinal);
            var editions = DemoEdition.AllAt(roots, now);
            answers = editions.GroupBy(edition => edition.Root.Port).ToFrozenDictionary(site => site.Key, DemoSite.FilesOf);
            return new DemoWeb(server, editions);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => kestrel.DisposeAsync();

    private static WebApplication Build(int ports, RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            for (var port = 0; port < ports; port++) options.Listen(IPAddress.Loopback, 0);
        });
        var server = builder.Build();
        server.Run(answer);
        return server;
    }

    private static Task AnswerAsync(HttpContext context, FrozenDictionary<int, FrozenDictionary<string, WebFile>> answers)
    {
        var known = answers.TryGetValue(context.Connection.LocalPort, out var site);
        if (known && site!.TryGetValue(context.Request.Path, out var file)) return file.Answer().ExecuteAsync(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
