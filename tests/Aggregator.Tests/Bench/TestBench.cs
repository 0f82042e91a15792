using System.Collections.Concurrent;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Scheduling;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.Tests.Bench;

/// <summary>The services of the program on a data folder of their own, with a clock that the test moves.</summary>
internal sealed class TestBench : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private TestBench(IEnumerable<string> set)
    {
        Settings = Settings.Load([$"DataDirectory={folder.Path}", "Fetching:AllowedPrivateNetworks=127.0.0.0/8", "Fetching:HostDelay=00:00:00", .. set]);
        services = new ServiceCollection().AddLogging(logging => logging.AddProvider(Faults)).AddProduct(Settings)
            .AddSingleton<TimeProvider>(Clock).BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new();

    public Settings Settings { get; }

    /// <summary>What the services logged as a fault of ours.</summary>
    public FaultLog Faults { get; } = new();

    public Fetcher Fetcher => Get<Fetcher>();

    public static async Task<TestBench> StartAsync(params IEnumerable<string> set)
    {
        var bench = new TestBench(set);
        if (bench.Settings.Postgres is null) await MigratedDatabase.PlaceAsync(bench.Settings.Data);
        await bench.Get<DatabaseUpkeep>().MigrateAsync();
        return bench;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public AggregatorDb OpenDb() => Get<Func<AggregatorDb>>()();

    public async Task<T> QueryAsync<T>(Func<AggregatorDb, Task<T>> query)
    {
        await using var db = OpenDb();
        return await query(db);
    }

    public Task WriteAsync(Func<AggregatorDb, Task<int>> write) => QueryAsync(db => db.WriteAsync(_ => write(db), CancellationToken.None));

    /// <summary>Follows these addresses as <c>refresh --feeds</c> does.</summary>
    public Task<SourceAdded> FollowAsync(params IEnumerable<string> urls) =>
        Get<SourceAdding>().RunAsync([.. urls.Select(url => Entry(url))], isDryRun: false, CancellationToken.None);

    public static SourceEntry Entry(string url, string? name = null, string? language = null, string kind = "auto", TimeSpan? interval = null) =>
        new(url, name ?? url, language, [], kind, 1, interval, Line: 1);

    /// <summary>One round over the sources, as <c>refresh</c> makes it.</summary>
    public async Task<IReadOnlyList<PollOutcome>> RefreshAsync(bool all = true, int? only = null)
    {
        // A round visits what was not visited since it began: the next one begins later.
        Clock.Advance(TimeSpan.FromSeconds(1));
        var outcomes = new ConcurrentQueue<PollOutcome>();
        await using var pump = PollPump(new(Clock.GetUtcNow(), all, only, outcomes.Enqueue));
        await Eventually.EndsAsync(pump.DrainAsync(CancellationToken.None));
        return [.. outcomes.OrderBy(outcome => outcome.SourceId)];
    }

    public PollPump PollPump(PollSelection selection) => ActivatorUtilities.CreateInstance<PollPump>(services, selection);

    /// <summary>Reads the pages that are due.</summary>
    /// <returns>For each, whether its article is whole now.</returns>
    public async Task<IReadOnlyList<bool>> ExtractAsync()
    {
        var read = new ConcurrentQueue<bool>();
        Action<bool> report = read.Enqueue;
        await using var pump = ActivatorUtilities.CreateInstance<ExtractPump>(services, report);
        await Eventually.EndsAsync(pump.DrainAsync(CancellationToken.None));
        return [.. read];
    }

    public Task<Source> SourceAsync(string url) => QueryAsync(db => db.Sources.Include(source => source.Poll).SingleAsync(source => source.Url == url));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}

/// <summary>Keeps what is logged as an error.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(FaultLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
