using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Aggregator.Reading.Feeds.Opml;
using Aggregator.Sources;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands.Exchange;

/// <summary><c>import opml</c> and <c>export opml</c>: the sources, as feed readers exchange them.</summary>
internal static class OpmlCommands
{
    private static readonly Argument<string> From = new("file") { Description = "The OPML file.", HelpName = "FILE" };
    private static readonly Argument<string?> To = new("file") { Description = "The file to write; without it, stdout.", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };

    public static Command MakeImport()
    {
        var import = new Command("opml", "Adds the feeds of an OPML file to the sources; folders become topics. Changes and retires none.") { From, ExchangeCommands.DryRun, ExchangeCommands.Json };
        import.SetAction((parsed, stop) => ImportAsync(parsed, Settings.Load(parsed), stop));
        return import;
    }

    public static Command MakeExport()
    {
        var export = new Command("opml", "Writes the sources that are followed as OPML; topics become folders.") { To };
        export.SetAction((parsed, stop) => ExportAsync(parsed.GetValue(To), Settings.Load(parsed), stop));
        return export;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(From);
        var opml = OpmlReader.Read(await ListFile.ReadAsync(file, stop));
        var reading = OpmlSources.Of(opml);
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {problem.Line}: {problem.Message}"));
        if (reading.Entries.Count == 0 && reading.Problems.Count > 0) throw new CommandFailedException($"Nothing was imported: {Path.GetFileName(file)} has no feed that can be followed.");
        var isDryRun = parsed.GetValue(ExchangeCommands.DryRun);
        var (added, known) = await AddAsync(settings, reading.Entries, isDryRun, stop);
        Console.Out.WriteLine(parsed.GetValue(ExchangeCommands.Json) ? JsonSerializer.Serialize(new
            {
                IsDryRun = isDryRun, opml.Outlines, Feeds = opml.Feeds.Count, Added = added.Count, Known = known, Problems = reading.Problems,
                Sources = added.Select(source => new { source.Url, source.Name, source.Language, source.Topics }),
            }, RefreshSummary.JsonForm)
            : string.Create(CultureInfo.InvariantCulture, $"{added.Count} sources {(isDryRun ? "would be added" : "added")}, {known} were known, {reading.Problems.Count} problems."));
        return CommandLine.Done;
    }

    private static async Task<SourceAdded> AddAsync(Settings settings, IReadOnlyList<SourceEntry> entries, bool isDryRun, CancellationToken stop)
    {
        // A dry run makes no database either.
        if (isDryRun && settings.Postgres is null && !File.Exists(settings.Data.Database)) return new(entries, 0);
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        return await services.GetRequiredService<SourceAdding>().RunAsync(entries, isDryRun, stop);
    }

    private static async Task<int> ExportAsync(string? file, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var sources = await db.Sources.AsNoTracking().Where(source => source.RetiredAt == null).OrderBy(source => source.Id).ToListAsync(stop);
        var text = OpmlWriter.Write("Social Report", services.GetRequiredService<TimeProvider>().GetUtcNow(), [.. sources.Select(OpmlSources.Of)]);
        await ListFile.WriteAsync(file, text, string.Create(CultureInfo.InvariantCulture, $"{sources.Count} sources"), stop);
        return CommandLine.Done;
    }
}
