using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Web.Commands.Exchange;

/// <summary><c>import subscribers</c> and <c>export subscribers</c> (docs/subscribers.md).</summary>
internal static class SubscriberCommands
{
    private static readonly Argument<string> From = new("file") { Description = "The CSV file: address,name,state,confirmed_at,unsubscribe_token.", HelpName = "FILE.csv" };
    private static readonly Argument<string?> To = new("file") { Description = "The file to write; without it, stdout.", HelpName = "FILE.csv", Arity = ArgumentArity.ZeroOrOne };

    public static Command MakeImport()
    {
        var import = new Command("subscribers", "Adds subscribers to a publication. Without a date of consent they are pending; no mail is sent; nobody who left comes back.")
        {
            From, ExchangeCommands.Publication, ExchangeCommands.DryRun, ExchangeCommands.Json,
        };
        import.SetAction((parsed, stop) => ImportAsync(parsed, Settings.Load(parsed), stop));
        return import;
    }

    public static Command MakeExport()
    {
        var export = new Command("subscribers", "Writes the subscribers of a publication as CSV, those who left too.") { To, ExchangeCommands.Publication };
        export.SetAction((parsed, stop) => ExportAsync(parsed, Settings.Load(parsed), stop));
        return export;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(From);
        var bytes = await ListFile.ReadAsync(file, stop);
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var publication = await PublicationChoice.PublicationAsync(db, parsed.GetValue(ExchangeCommands.Publication), stop);
        var reading = SubscriberCsv.Read(bytes, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var isDryRun = parsed.GetValue(ExchangeCommands.DryRun);
        var imported = await ActivatorUtilities.CreateInstance<SubscriberImport>(services).RunAsync(publication.Id, reading.Rows, isDryRun, stop);
        var problems = reading.Problems.Concat(imported.Problems).OrderBy(problem => problem.Line).ToList();
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {problem.Line}: {problem.Message}"));
        Console.Out.WriteLine(parsed.GetValue(ExchangeCommands.Json)
            ? JsonSerializer.Serialize(new { publication = publication.PublicId, isDryRun, imported.Added, imported.Changed, imported.Unchanged, imported.StayedAway, problems }, RefreshSummary.JsonForm)
            : string.Create(CultureInfo.InvariantCulture, $"{publication.Title}: {imported}, {problems.Count} rows could not be used.{(isDryRun ? " Nothing was written." : "")}"));
        return reading.Rows.Count == 0 && problems.Count > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var publication = await PublicationChoice.PublicationAsync(db, parsed.GetValue(ExchangeCommands.Publication), stop);
        IReadOnlyList<Subscription> consents = await db.Subscriptions.AsNoTracking().Include(consent => consent.Subscriber)
            .Where(consent => consent.PublicationId == publication.Id).OrderBy(consent => consent.SubscriberId).ToListAsync(stop);
        await ListFile.WriteAsync(parsed.GetValue(To), SubscriberCsv.Write(consents), string.Create(CultureInfo.InvariantCulture, $"{consents.Count} subscribers"), stop);
        return CommandLine.Done;
    }
}
