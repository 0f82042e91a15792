using System.CommandLine;
using System.Globalization;
using Aggregator.Archive;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Storage;
using Aggregator.Web.Host.Api;

namespace Aggregator.Web.Host;

/// <summary>A setting is unknown or cannot be used; the message is one sentence that says what to do.</summary>
internal sealed class UnusableSettingException(string message) : Exception(message);

/// <summary>
/// The settings: appsettings.json beside the program, appsettings.json in the data folder, the environment (<c>__</c> between
/// the parts), <c>--set Key=Value</c>; the later wins.
/// </summary>
internal sealed class Settings
{
    public const string DefaultUrl = "http://localhost:5080";

    private static readonly string[] Sections = ["Fetching", "Logging", "Retention"];

    /// <summary>Sections that nobody else's environment has: what stands there is meant for us. Logging is shared with every program of the platform.</summary>
    private static readonly string[] OwnSections = ["Fetching", "Retention", "Storage", "Copies", "Api"];

    private static readonly string[] Names = ["DataDirectory", "Urls", "PublicUrl", "Feeds", "AllowedHosts", "Storage:Postgres", "Copies:Window", RateLimits.Setting];

    private Settings(IConfigurationRoot all, FetchingSettings fetching, RetentionSettings retention)
    {
        All = all;
        Fetching = fetching;
        Retention = retention;
    }

    /// <summary>For every verb: <c>--set Key=Value</c>, as often as needed.</summary>
    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "A setting, such as --set DataDirectory=/srv/press or --set Fetching:HostDelay=00:00:02. May be repeated.",
        HelpName = "Key=Value",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    public IConfigurationRoot All { get; }

    public FetchingSettings Fetching { get; }

    /// <summary>How long articles are kept.</summary>
    public RetentionSettings Retention { get; }

    public DataDirectory Data => new(Path.GetFullPath(All["DataDirectory"] ?? "data"));

    /// <summary>Connection string of the PostgreSQL database; null for the SQLite file in the data folder.</summary>
    public string? Postgres => string.IsNullOrWhiteSpace(All["Storage:Postgres"]) ? null : All["Storage:Postgres"];

    /// <summary>How long an article can be recognised in changed copies.</summary>
    /// <exception cref="UnusableSettingException">It is no time, or not after none.</exception>
    public TimeSpan CopyWindow => All["Copies:Window"] is not { } given ? new CopySettings().Window
        : TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var window) && window > TimeSpan.Zero ? window
        : throw new UnusableSettingException($"The setting Copies:Window is {given}: write days and hours like 90.00:00:00.");

    /// <summary>Requests of the API that an account may make a minute; 0 for no limit.</summary>
    /// <exception cref="UnusableSettingException">It is no whole number from 0 on.</exception>
    public int ApiRequestsPerMinute => All[RateLimits.Setting] is not { } given ? RateLimits.Usual
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 ? number
        : throw new UnusableSettingException($"The setting {RateLimits.Setting} is {given}: write a whole number from 0, which is no limit, to 1000000.");

    /// <summary>The file of sources, in the folder where the user stands.</summary>
    public string FeedsFile => Path.GetFullPath(All["Feeds"] ?? "feeds.json");

    public string Urls => All["Urls"] ?? DefaultUrl;

    /// <summary>Whether the operator said which address people open.</summary>
    public bool HasPublicUrl => !string.IsNullOrWhiteSpace(All["PublicUrl"]);

    /// <summary>The address that people open; links that leave the program begin with it.</summary>
    public string PublicUrl => (HasPublicUrl ? All["PublicUrl"]! : Urls.Split(';')[0]).TrimEnd('/');

    /// <summary>What to tell the operator while requests name nobody whom a publisher can reach; null when they do.</summary>
    public string? ContactWanted => !string.IsNullOrWhiteSpace(Fetching.Contact) ? null
        : "Publishers cannot tell who visits them: set Fetching:Contact to the address of a page or a mailbox of yours; every request names it.";

    /// <exception cref="UnusableSettingException">A setting is unknown or out of range.</exception>
    public static Settings Load(ParseResult parsed) => Load(parsed.GetValue(Set) ?? []);

    /// <inheritdoc cref="Load(ParseResult)"/>
    public static Settings Load(IReadOnlyList<string> set)
    {
        // The later wins here too, --urls over --set Urls=…
        var given = set.Select(Pair).GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()).ToList();
        var files = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        var beside = Build(Add(files, given).AddEnvironmentVariables());
        RefuseBlanks(beside);
        files.AddJsonFile(Path.Combine(Path.GetFullPath(beside["DataDirectory"] ?? "data"), "appsettings.json"), optional: true);
        RefuseUnknown(Build(Add(new ConfigurationBuilder { Sources = { } }, given)), "--set");
        var all = new ConfigurationBuilder();
        foreach (var source in files.Sources.Where(source => source is Microsoft.Extensions.Configuration.Json.JsonConfigurationSource)) all.Add(source);
        RefuseUnknown(Build(all), "appsettings.json");
        RefuseUnknown(new ConfigurationBuilder().AddEnvironmentVariables().Build(), "The environment", IsOurs);
        all.AddEnvironmentVariables();
        var root = Build(Add(all, given));
        RefuseBlanks(root);
        RefuseNames(root["Urls"] ?? DefaultUrl);
        _ = new Settings(root, new(), new()).ApiRequestsPerMinute;
        if (root["Storage:Postgres"] is { } postgres && !string.IsNullOrWhiteSpace(postgres) && PostgresStorage.Problem(postgres) is { } problem) throw new UnusableSettingException(problem);
        return new(root, FetchingOf(root), RetentionOf(root));
    }

    private static void RefuseBlanks(IConfiguration root)
    {
        foreach (var name in Names.Where(name => name is not ("PublicUrl" or "Storage:Postgres") && root[name] is { } value && value.Trim(' ', ';').Length == 0))
            throw new UnusableSettingException($"The setting {name} is empty: give it a value, or leave it out for the default.");
        foreach (var level in root.GetSection("Logging:LogLevel").GetChildren().Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
            throw new UnusableSettingException($"The setting {level.Path} is {level.Value}: write {string.Join(", ", Enum.GetNames<LogLevel>())}.");
    }

    /// <summary>The web server takes any other name for "every interface": that must be asked for, not happen.</summary>
    private static void RefuseNames(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns && address.Host != "localhost")
                throw new UnusableSettingException($"Cannot listen on {url}: write localhost, an IP address of this machine, or http://*:{address.Port} for every interface.");
    }

    private static IConfigurationRoot Build(IConfigurationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException e)
        {
            throw new UnusableSettingException($"{e.Message} {e.InnerException?.Message}");
        }
    }

    private static IConfigurationBuilder Add(IConfigurationBuilder builder, IEnumerable<KeyValuePair<string, string?>> given) =>
        builder.AddInMemoryCollection(given);

    private static KeyValuePair<string, string?> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? new(text[..at].Trim(), text[(at + 1)..])
            : throw new UnusableSettingException($"--set {text} has no value: write it as --set Key=Value.");
    }

    private static void RefuseUnknown(IConfiguration configuration, string where, Func<string, bool>? concerns = null)
    {
        foreach (var (key, value) in configuration.AsEnumerable())
            if (value is not null && concerns?.Invoke(key) != false && !IsKnown(key))
                throw new UnusableSettingException($"{where} names the setting {key}, which does not exist. Known are {KnownNames()}.");
    }

    private static bool IsKnown(string key) =>
        Names.Contains(key, StringComparer.OrdinalIgnoreCase) || Sections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    private static bool IsOurs(string key) => key.Split(':') is [var section, _, ..] && OwnSections.Contains(section, StringComparer.OrdinalIgnoreCase);

    private static string KnownNames() => string.Join(", ",
    [
        .. Names, .. FetchingNames().Select(name => $"Fetching:{name}"), .. RetentionNames().Select(name => $"Retention:{name}"), "Logging:LogLevel:CATEGORY",
    ]);

    private static IReadOnlyList<string> HostNames => [nameof(HostBudget.PerHost), nameof(HostBudget.Delay)];

    private static IEnumerable<string> FetchingNames() =>
        typeof(FetchingSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);

    private static RetentionSettings RetentionOf(IConfigurationRoot root)
    {
        foreach (var child in root.GetSection("Retention").GetChildren())
            if (!RetentionNames().Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new UnusableSettingException($"The setting Retention:{child.Key} does not exist. Known are {KnownNames()}.");
        try
        {
            var settings = root.GetSection("Retention").Get<RetentionSettings>() ?? new();
            return settings.Problem() is { } problem ? throw new UnusableSettingException(problem) : settings;
        }
        catch (InvalidOperationException e)
        {
            throw new UnusableSettingException($"{e.Message} Write a whole number.");
        }
    }

    private static IEnumerable<string> RetentionNames() => [nameof(RetentionSettings.Days), nameof(RetentionSettings.Articles)];

    private static FetchingSettings FetchingOf(IConfigurationRoot root)
    {
        var section = root.GetSection("Fetching");
        foreach (var child in section.GetChildren())
            if (!FetchingNames().Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new UnusableSettingException($"The setting Fetching:{child.Key} does not exist. Known are {KnownNames()}.");
        FetchingSettings settings;
        try
        {
            settings = section.Get<FetchingSettings>() ?? new();
        }
        catch (InvalidOperationException e)
        {
            throw new UnusableSettingException($"{e.Message} Write numbers like 1 and times like 00:00:01.");
        }

        foreach (var host in section.GetSection("Hosts").GetChildren())
            foreach (var value in host.GetChildren().Where(value => !HostNames.Contains(value.Key, StringComparer.OrdinalIgnoreCase)))
                throw new UnusableSettingException($"The setting {value.Path} does not exist. Known of a host are PerHost and Delay.");
        if (section["Ports"] is { } ports)
            settings.Ports = [.. ports.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(port => int.TryParse(port, CultureInfo.InvariantCulture, out var number) ? number : 0)];

        // One line is enough for a list: --set Fetching:AllowedPrivateNetworks=127.0.0.0/8,10.0.0.0/8
        if (section["AllowedPrivateNetworks"] is { } networks)
            settings.AllowedPrivateNetworks = networks.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (string.IsNullOrWhiteSpace(settings.Contact) && root["PublicUrl"] is { Length: > 0 } address) settings.Contact = address;
        return settings.Problem() is { } problem ? throw new UnusableSettingException(problem) : settings;
    }
}
