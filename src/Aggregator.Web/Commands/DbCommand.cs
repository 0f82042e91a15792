using System.CommandLine;
using System.Text.Json;
using Aggregator.Storage;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands;

/// <summary><c>db migrate</c> and <c>db check</c>.</summary>
internal static class DbCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    public static Command Make()
    {
        var migrate = new Command("migrate", "Makes the database if there is none and brings it to this program's version. `serve` does so too.") { Json };
        migrate.SetAction((parsed, stop) => MigrateAsync(Settings.Load(parsed), parsed.GetValue(Json), stop));
        var check = new Command("check", "Reads the whole database and says what is wrong in it. Exit code 1 when something is.") { Json };
        check.SetAction((parsed, stop) => CheckAsync(Settings.Load(parsed), parsed.GetValue(Json), stop));
        return new Command("db", "Looks after the database.") { migrate, check };
    }

    private static async Task<int> MigrateAsync(Settings settings, bool json, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        var upkeep = services.GetRequiredService<DatabaseUpkeep>();
        var applied = await upkeep.MigrateAsync(stop);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(new { database = upkeep.Name, applied })
            : applied.Count == 0 ? $"{upkeep.Name} is up to date." : $"{upkeep.Name}: {applied.Count} migrations applied.");
        return CommandLine.Done;
    }

    private static async Task<int> CheckAsync(Settings settings, bool json, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        var upkeep = services.GetRequiredService<DatabaseUpkeep>();
        var faults = await upkeep.CheckAsync(stop);
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(new { database = upkeep.Name, faults }));
        else Console.Out.WriteLine(faults.Count == 0 ? $"{upkeep.Name} is sound." : string.Join(Environment.NewLine, faults));
        return faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
