using System.CommandLine;
using Aggregator.Publishing;
using Aggregator.Storage;
using Aggregator.Web.Commands.Exchange;
using Aggregator.Web.Features.Issues;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands;

/// <summary><c>issue render</c> and <c>issue send</c>.</summary>
internal static class IssueCommands
{
    private static readonly Argument<string> Id = new("issue") { Description = "The issue: its id, or its number (with --publication when there are several).", HelpName = "ID" };
    private static readonly Option<string> Format = new("--format") { Description = $"{Renderings.Names}.", Required = true };

    public static Command Make()
    {
        Format.AcceptOnlyFromAmong([.. Renderings.All.Select(form => form.Name)]);
        var render = new Command("render", "Writes an issue to stdout: as it was approved, or a draft as it would be now. Markdown and JSON show it as it is now.") { Id, Format, ExchangeCommands.Publication };
        render.SetAction((parsed, stop) => RenderAsync(parsed, Settings.Load(parsed), stop));
        var send = new Command("send", "Sends an approved issue to everybody who has confirmed, and waits until its mails are handed over. Once, ever.") { Id, ExchangeCommands.Publication, ExchangeCommands.Json };
        send.SetAction((parsed, stop) => SendCommand.RunAsync(
            parsed.GetRequiredValue(Id), parsed.GetValue(ExchangeCommands.Publication), parsed.GetValue(ExchangeCommands.Json), Settings.Load(parsed), stop));
        return new Command("issue", "Looks after issues.") { render, send };
    }

    private static async Task<int> RenderAsync(ParseResult parsed, Settings settings, CancellationToken stop)
    {
        await using var services = ProductServices.Build(settings);
        await services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(stop);
        await using var db = services.GetRequiredService<Func<AggregatorDb>>()();
        var issue = await PublicationChoice.IssueAsync(db, parsed.GetRequiredValue(Id), parsed.GetValue(ExchangeCommands.Publication), stop);
        var edition = await EditionReader.ReadAsync(db, issue.Id, settings.PublicUrl, stop);
        var text = Renderings.Find(parsed.GetRequiredValue(Format))!.Of(edition!, issue.Rendition);
        await Console.Out.WriteAsync(text.EndsWith('\n') ? text : text + "\n");
        return CommandLine.Done;
    }
}
