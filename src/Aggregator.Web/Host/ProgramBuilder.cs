namespace Aggregator.Web.Host;

/// <summary>The web server's own settings: where it listens, what it logs, where files lie.</summary>
internal static class ProgramBuilder
{
    public static WebApplicationBuilder Of(Settings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Style sheets and settings lie beside the program, wherever the user stands.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(ProgramBuilder).Assembly.GetName().Name,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.All);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSimpleStderr(settings.All, LogLevel.Information);
        return builder;
    }
}
