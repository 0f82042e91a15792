using System.CommandLine;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Scheduling;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands;

/// <summary><c>refresh</c>: visits what is due, once, and says what came.</summary>
internal static class RefreshCommand
{
    private static readonly Option<string?> Source = new("--source") { Description = "Only this source: its number, name or address. It is visited even if it is not due." };
    private static readonly Option<bool> All = new("--all") { Description = "Also sources that are not due yet. A server that asked us to wait is left alone even so." };
    private static readonly Option<string?> Feeds = new("--feeds") { Description = "A file of sources to add first: feeds.json's form, or an address a line. None is retired." };
    private static readonly Option<bool> Wait = new("--wait") { Description = "Also read the pages of articles that the feeds give only in part." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    public static Command Make()
    {
        var refresh = new Command("refresh", "Visits the sources that are due, once, takes in what is new, and says what came.") { Source, All, Feeds, Wait, Json };
        refresh.SetAction((parsed, stop) => RunAsync(parsed, Settings.Load(parsed), stop));
        return refresh;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await LoadSourcesAsync(services, parsed.GetValue(Feeds), stop);
        await services.GetRequiredService<Takeover>().RunAsync(stop);

        int? only = parsed.GetValue(Source) is { } wanted ? await FindAsync(services, wanted, stop) : null;
        if (settings.ContactWanted is { } contact) await Console.Error.WriteLineAsync(contact);
        var summary = new RefreshSummary();
        await VisitAsync(services, summary, parsed.GetValue(All) || only is not null, only, stop);
        await services.GetRequiredService<SourceMoves>().RunAsync(stop);
        if (parsed.GetValue(Wait)) await ReadPagesAsync(services, summary, stop);
        summary.AddCopies(await services.GetRequiredService<CopyKeeper>().RunAsync(stop));
        summary.Finish(await PagesWaitingAsync(services, stop));

        if (parsed.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(summary.ToJson(), RefreshSummary.JsonForm));
        else summary.Print(Console.Out);
        if (summary.LossMessage is { } loss) await Console.Error.WriteLineAsync(loss);
        return summary.LossMessage is not null || (only is not null && summary.Failed.Count > 0) ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task LoadSourcesAsync(IServiceProvider services, string? file, CancellationToken stop)
    {
        var sources = services.GetRequiredService<SourceLoading>();
        if (file is null) await sources.FollowFileAsync(stop);
        else await sources.AddAsync(file, stop);
    }

    private static async Task VisitAsync(IServiceProvider services, RefreshSummary summary, bool all, int? only, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var pump = ActivatorUtilities.CreateInstance<PollPump>(services, new PollSelection(now, all, only, summary.Add));
        var total = await pump.CountAsync(stop);
        await using var progress = JobProgress.Start("Sources", total, () => summary.Visited);
        await pump.DrainAsync(stop);
        summary.Lose(pump.Faults, pump.LastFault);
    }

    private static async Task ReadPagesAsync(IServiceProvider services, RefreshSummary summary, CancellationToken stop)
    {
        Action<bool> report = summary.AddPage;
        await using var pump = ActivatorUtilities.CreateInstance<ExtractPump>(services, report);
        var total = await pump.CountAsync(stop);
        await using var progress = JobProgress.Start("Pages", total, () => summary.Pages);
        await pump.DrainAsync(stop);
        summary.Lose(pump.Faults, pump.LastFault);
    }

    private static Task<int> PagesWaitingAsync(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<SqlStore>().ReadAsync(
        (session, inner) => session.CountAsync("SELECT count(*) FROM extraction WHERE due_at IS NOT NULL", [], inner), stop);

    private static async Task<int> FindAsync(IServiceProvider services, string wanted, CancellationToken stop)
    {
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var key = Reading.Urls.UrlKey.Of(wanted);
        var id = int.TryParse(wanted, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await db.Sources.Where(source => source.Id == id || source.Name == wanted || source.UrlKey == key || source.Url == wanted).ToListAsync(stop);
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new UnusableSettingException($"No source is called {wanted}: give its number, its name or its address."),
            _ => throw new UnusableSettingException($"{found.Count} sources are called {wanted}: give the number of one ({string.Join(", ", found.Select(source => source.Id))})."),
        };
    }
}
