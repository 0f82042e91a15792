using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Aggregator.Scheduling;
using Aggregator.Storage;
using Aggregator.Web.Features;
using Aggregator.Web.Features.Accounts;
using Aggregator.Web.Host;
using Microsoft.AspNetCore.Connections;

namespace Aggregator.Web.Commands;

/// <summary><c>serve</c>: web, scheduler and workers in one process.</summary>
internal static class ServeCommand
{
    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = $"Addresses to listen on, parted by semicolons. Default: {Settings.DefaultUrl}",
    };

    public static Command Make()
    {
        var serve = new Command("serve", "Starts the web site, the schedule and the workers. This is what happens without a verb.") { Urls };
        serve.SetAction(async (parsed, stop) =>
        {
            var set = parsed.GetValue(Settings.Set) ?? [];
            var settings = Settings.Load(parsed.GetValue(Urls) is { } urls ? [.. set, $"Urls={urls}"] : set);
            return await RunAsync(settings, andThen: null, stop);
        });
        return serve;
    }

    /// <param name="settings">The settings.</param>
    /// <param name="andThen">What else is done before the site opens.</param>
    internal static async Task<int> RunAsync(Settings settings, Func<IServiceProvider, Task>? andThen, CancellationToken stop)
    {
        await using var app = Site.Build(settings);
        await PrepareAsync(app.Services, stop);
        if (andThen is not null) await andThen(app.Services);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(InUse(settings.Urls));
            return CommandLine.Failed;
        }
        catch (Exception e) when (e is SocketException or FormatException or InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {settings.Urls} ({e.Message}): name another address with --urls http://localhost:5081");
            return CommandLine.Failed;
        }

        if (settings.ContactWanted is { } wanted) await Console.Error.WriteLineAsync(wanted);
        await Console.Error.WriteLineAsync($"Social Report is open at {string.Join(" and ", app.Urls)}. Ctrl+C ends it.");
        await SetUpLink.AnnounceAsync(app.Services, app.Urls.FirstOrDefault() ?? settings.PublicUrl, stop);
        // Before the host waits for its jobs: a job that waits for room would keep it waiting.
        app.Lifetime.ApplicationStopping.Register(() => StopPumps(app.Services));
        await app.WaitForShutdownAsync(stop);
        // While there are services to end it with: a mail that is underway is still written down.
        await app.Services.GetRequiredService<SendPump>().EndAsync();
        await app.Services.GetRequiredService<PollPump>().EndAsync();
        await app.Services.GetRequiredService<ExtractPump>().EndAsync();
        return CommandLine.Done;
    }

    private static void StopPumps(IServiceProvider services)
    {
        services.GetRequiredService<PollPump>().Stop();
        services.GetRequiredService<ExtractPump>().Stop();
        // Takes no more mails; those that are underway are waited for.
        services.GetRequiredService<SendPump>().Stop();
    }

    internal static string InUse(string urls) => $"{urls} is in use by another program: stop that one, or start this one with --urls http://localhost:5081";

    /// <summary>Whether another program listens at one of these addresses now; what is no address of this machine is found out when it is opened.</summary>
    internal static bool IsInUse(string urls) =>
        urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && IsInUse(address));

    private static bool IsInUse(Uri address)
    {
        var ip = address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.IdnHost, out var written) ? written : null;
        if (ip is null || address.Port <= 0) return false;
        try
        {
            using var listener = new TcpListener(ip, address.Port);
            listener.Start();
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    /// <summary>What must be true before the first request and the first visit.</summary>
    internal static async Task PrepareAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await services.GetRequiredService<SourceLoading>().FollowFileAsync(stop);
        await services.GetRequiredService<Takeover>().RunAsync(stop);
    }
}
