using System.CommandLine;
using System.CommandLine.Parsing;
using Aggregator.Storage;
using Aggregator.Web.Commands.Exchange;
using Aggregator.Web.Commands.Inspect;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands;

/// <summary>The verbs. Exit codes: 0 done, 1 failed, 2 wrong usage. Results go to stdout, messages to stderr.</summary>
internal static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUsage = 2;

    /// <summary>How long an orderly end may take after Ctrl+C or SIGTERM: as long as the web server may take to answer its last requests, and then the tidying.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = Root();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message} Try: {PathOf(parsed.CommandResult)} --help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (UnusableSettingException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUsage;
        }
        catch (CommandFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (UnusableStorageException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was finished is kept; the rest is taken up at the next start.");
            return Failed;
        }
    }

    /// <summary>The words that lead to a verb, as they are typed.</summary>
    private static string PathOf(SymbolResult command) => command.Parent is { } parent ? $"{PathOf(parent)} {((CommandResult)command).Command.Name}" : "social-report";

    /// <summary>The verbs with their options, as a tree.</summary>
    internal static RootCommand Root()
    {
        var serve = ServeCommand.Make();
        var root = new RootCommand("Social Report, a press-review desk: follows feeds and pages, keeps their articles, shows them on a desk.")
        {
            serve,
            DemoCommand.Make(),
            RefreshCommand.Make(),
            InspectCommand.Make(),
            ExchangeCommands.MakeImport(),
            ExchangeCommands.MakeExport(),
            IssueCommands.Make(),
            AccountCommands.MakeUser(),
            AccountCommands.MakeKey(),
            DbCommand.Make(),
        };
        root.Options.Add(Settings.Set);
        root.Options.Add(ServeCommand.Urls);
        // Without a verb it serves.
        root.SetAction(serve.Action is System.CommandLine.Invocation.AsynchronousCommandLineAction action
            ? (parsed, stop) => action.InvokeAsync(parsed, stop)
            : throw new InvalidOperationException("serve is asynchronous"));
        return root;
    }
}
