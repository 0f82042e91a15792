using System.CommandLine;
using System.Text;
using Aggregator.Sources;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands.Exchange;

/// <summary><c>import feeds</c> and <c>export feeds</c>: the sources in the form of <c>feeds.json</c>, to take them from one desk to another.</summary>
internal static class FeedsFileCommands
{
    private static readonly Argument<string> From = new("file") { Description = "A file of the form of feeds.json.", HelpName = "FILE" };
    private static readonly Argument<string?> To = new("file") { Description = "The file to write; without it, stdout.", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };

    public static Command MakeImport()
    {
        var import = new Command("feeds", "Adds the sources of a file of the form of feeds.json. Changes and retires none.") { From, ExchangeCommands.DryRun, ExchangeCommands.Json };
        import.SetAction(ImportAsync);
        return import;
    }

    public static Command MakeExport()
    {
        var export = new Command("feeds", "Writes the sources that are followed in the form of feeds.json.") { To };
        export.SetAction((parsed, stop) => SourceImport.ExportAsync(parsed.GetValue(To), Settings.Load(parsed), (sources, _) => SourceFileWriter.Write(sources), stop));
        return export;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(From);
        var reading = SourceFile.Read(Encoding.UTF8.GetString(await ListFile.ReadAsync(file, stop)));
        return await SourceImport.RunAsync(parsed, file, reading, new Dictionary<string, int>(StringComparer.Ordinal), stop);
    }
}
