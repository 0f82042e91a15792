using System.CommandLine;

namespace Aggregator.Web.Commands.Exchange;

/// <summary><c>import</c> and <c>export</c>: lists that come from other programs and go to them.</summary>
internal static class ExchangeCommands
{
    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would happen and write nothing." };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON." };

    public static Option<string?> Publication { get; } = new("--publication")
    {
        Description = "The publication: its id, number or title. Not needed while there is only one.", HelpName = "ID-OR-TITLE",
    };

    public static Command MakeImport() => new("import", "Takes in a list from another program.") { OpmlCommands.MakeImport(), FeedsFileCommands.MakeImport(), SubscriberCommands.MakeImport() };

    public static Command MakeExport() => new("export", "Gives a list to another program.") { OpmlCommands.MakeExport(), FeedsFileCommands.MakeExport(), SubscriberCommands.MakeExport() };
}
