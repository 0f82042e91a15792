using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Aggregator.Sources;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Aggregator.Web.Host.Api;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands.Exchange;

/// <summary>What importing and exporting sources have in common, whatever the form of the file.</summary>
internal static class SourceImport
{
    /// <summary>Says what is wrong with the file, adds what is not known yet, and says what came of it.</summary>
    /// <param name="facts">What the form adds to the JSON answer.</param>
    /// <exception cref="CommandFailedException">There is nothing to add.</exception>
    public static async Task<int> RunAsync(ParseResult parsed, string file, SourceFileReading reading, IReadOnlyDictionary<string, int> facts, CancellationToken stop)
    {
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {problem.Line}: {problem.Message}"));
        if (reading.Entries.Count == 0 && reading.Problems.Count > 0) throw new CommandFailedException($"Nothing was imported: {Path.GetFileName(file)} has no feed that can be followed.");
        var isDryRun = parsed.GetValue(ExchangeCommands.DryRun);
        var (added, known) = await AddAsync(Settings.Load(parsed), reading.Entries, isDryRun, stop);
        Console.Out.WriteLine(parsed.GetValue(ExchangeCommands.Json)
            ? JsonSerializer.Serialize(Answer(facts, isDryRun, added, known, reading.Problems), RefreshSummary.JsonForm)
            : string.Create(CultureInfo.InvariantCulture, $"{added.Count} sources {(isDryRun ? "would be added" : "added")}, {known} were known, {reading.Problems.Count} problems."));
        return CommandLine.Done;
    }

    /// <summary>Writes the sources that are followed, in the order in which they were added.</summary>
    public static async Task<int> ExportAsync(string? file, Settings settings, Func<IReadOnlyList<Source>, DateTimeOffset, string> write, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var sources = await db.Sources.AsNoTracking().Where(source => source.RetiredAt == null).OrderBy(source => source.Id).ToListAsync(stop);
        var text = write(sources, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await ListFile.WriteAsync(file, text, string.Create(CultureInfo.InvariantCulture, $"{sources.Count} sources"), stop);
        return CommandLine.Done;
    }

    private static Dictionary<string, object> Answer(
        IReadOnlyDictionary<string, int> facts, bool isDryRun, IReadOnlyList<SourceEntry> added, int known, IReadOnlyList<SourceProblem> problems)
    {
        var answer = new Dictionary<string, object>(StringComparer.Ordinal) { ["isDryRun"] = isDryRun };
        foreach (var (name, value) in facts) answer[name] = value;
        answer["added"] = added.Count;
        answer["known"] = known;
        answer["problems"] = problems;
        answer["sources"] = added.Select(source => new { source.Url, source.Name, source.Language, source.Topics });
        return answer;
    }

    private static async Task<SourceAdded> AddAsync(Settings settings, IReadOnlyList<SourceEntry> entries, bool isDryRun, CancellationToken stop)
    {
        // A dry run makes no database either.
        if (isDryRun && settings.Postgres is null && !File.Exists(settings.Data.Database)) return new(entries, 0);
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        return await services.GetRequiredService<SourceAdding>().RunAsync(entries, isDryRun, stop);
    }
}
