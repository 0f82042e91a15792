using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Publishing;
using Aggregator.Scheduling;
using Aggregator.Sending;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Stories;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Host;

/// <summary>What every verb that works with the database shares.</summary>
internal static class ProductServices
{
    public static IServiceCollection AddProduct(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings)
        .AddSingleton(Options.Create(settings.Fetching))
        .AddSingleton(Options.Create(settings.Retention))
        .AddSingleton(Options.Create(new CopySettings { Window = settings.CopyWindow }))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<SourceLoading>()
        .AddSingleton(new PushAddress(settings.HasPublicUrl ? settings.PublicUrl : null, new AddressPolicy(settings.Fetching.AllowedPrivateNetworks)))
        .AddDatabase(settings)
        .AddSources()
        .AddFetching()
        .AddArchive()
        .AddIntake()
        .AddStories()
        .AddPublishing()
        .AddSending(settings.Data, settings.PublicUrl)
        .AddUpkeep();

    private static IServiceCollection AddDatabase(this IServiceCollection services, Settings settings) =>
        settings.Postgres is { } postgres ? services.AddPostgresStorage(settings.Data, postgres) : services.AddStorage(settings.Data);

    /// <summary>The services alone, for a verb that serves no web.</summary>
    public static ServiceProvider Build(Settings settings, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleStderr(settings.All, LogLevel.Warning))
            .AddProduct(settings);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Logs to stderr: stdout is for results.</summary>
    public static ILoggingBuilder AddSimpleStderr(this ILoggingBuilder logging, IConfiguration configuration, LogLevel usual)
    {
        logging.ClearProviders().SetMinimumLevel(usual)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Quartz", LogLevel.Warning)
            // These log what they throw as well; who catches that says it once, in words.
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // Keys in the data folder are as safe as the database beside them; the warning at each first start is no news.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
