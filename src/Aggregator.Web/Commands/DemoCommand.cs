using System.CommandLine;
using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Intake;
using Aggregator.Scheduling;
using Aggregator.Sending;
using Aggregator.Stories;
using Aggregator.Web.Demo;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Identity;

namespace Aggregator.Web.Commands;

/// <summary><c>demo</c>: the whole product on a throw-away database with a small web of its own, offline.</summary>
internal static class DemoCommand
{
    private const string Mail = "demo@releve.example", Password = "maree-basse-demo";

    public static Command Make()
    {
        var demo = new Command("demo", "Shows the whole product in a minute, offline: sample sources of its own, a throw-away database. Ctrl+C leaves nothing behind.") { ServeCommand.Urls };
        demo.SetAction((parsed, stop) =>
        {
            var set = parsed.GetValue(Settings.Set) ?? [];
            return RunAsync(parsed.GetValue(ServeCommand.Urls) is { } urls ? [.. set, $"Urls={urls}"] : set, stop);
        });
        return demo;
    }

    private static async Task<int> RunAsync(string[] set, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("social-report-demo-");
        try
        {
            // Said at once, and not after the sample sources have been read.
            var urls = Settings.Load([.. set, $"DataDirectory={folder.FullName}"]).Urls;
            if (ServeCommand.IsInUse(urls)) throw new CommandFailedException(ServeCommand.InUse(urls));
            await using var web = await DemoWeb.StartAsync(TimeProvider.System.GetUtcNow(), stop);
            return await ServeCommand.RunAsync(await SettingsAsync(folder.FullName, set, web, stop), services => PrepareAsync(services, web, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the demo was open. Nothing is left behind.");
            return CommandLine.Failed;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The user's settings, but for where the data, the sources and the sample web are.</summary>
    private static async Task<Settings> SettingsAsync(string folder, string[] set, DemoWeb web, CancellationToken stop)
    {
        var feeds = Path.Combine(folder, "feeds.json");
        var sources = web.Sources.Select(source => new { url = source.FeedUrl, name = source.Name, language = source.Language, topics = source.Topics })
            .Select(source => source.language is null ? (object)new { source.url, source.name, source.topics } : source);
        await File.WriteAllTextAsync(feeds, JsonSerializer.Serialize(new { sources }), stop);
        return Settings.Load(
        [
            .. set, $"DataDirectory={Path.Combine(folder, "data")}", $"Feeds={feeds}", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "Fetching:HostDelay=00:00:00", $"Fetching:Contact={Mail}",
        ]);
    }

    /// <summary>Reads the sample web and puts the editors' earlier work on the desk, before the first visitor.</summary>
    private static async Task PrepareAsync(IServiceProvider services, DemoWeb web, CancellationToken stop)
    {
        await Console.Error.WriteLineAsync("Reading the sample sources …");
        await DrainAsync(services.GetRequiredService<PollPump>(), stop);
        await DrainAsync(services.GetRequiredService<ExtractPump>(), stop);
        await services.GetRequiredService<CopyKeeper>().RunAsync(stop);
        await services.GetRequiredService<StoryKeeper>().RunAsync(stop);
        await ActivatorUtilities.CreateInstance<DemoEditing>(services).RunAsync(web, stop);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
            new() { Name = "Fanny Loisel", UserName = Mail, Email = Mail, EmailConfirmed = true, Role = AccountRole.Administrator }, Password);
        await Console.Error.WriteLineAsync($"Sign in as {Mail} with the password {Password}");
    }

    /// <summary>Works to the end; stopped before, it ends what is going on while there are services to end it with.</summary>
    private static async Task DrainAsync<TWork>(WorkPump<TWork> pump, CancellationToken stop)
        where TWork : notnull
    {
        try
        {
            await pump.DrainAsync(stop);
        }
        catch (OperationCanceledException)
        {
            await pump.EndAsync();
            throw;
        }
    }
}
