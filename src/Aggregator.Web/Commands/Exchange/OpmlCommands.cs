using System.CommandLine;
using Aggregator.Reading.Feeds.Opml;
using Aggregator.Sources;
using Aggregator.Web.Host;

namespace Aggregator.Web.Commands.Exchange;

/// <summary><c>import opml</c> and <c>export opml</c>: the sources, as feed readers exchange them.</summary>
internal static class OpmlCommands
{
    private static readonly Argument<string> From = new("file") { Description = "The OPML file.", HelpName = "FILE" };
    private static readonly Argument<string?> To = new("file") { Description = "The file to write; without it, stdout.", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };

    public static Command MakeImport()
    {
        var import = new Command("opml", "Adds the feeds of an OPML file to the sources; folders become topics. Changes and retires none.") { From, ExchangeCommands.DryRun, ExchangeCommands.Json };
        import.SetAction(ImportAsync);
        return import;
    }

    public static Command MakeExport()
    {
        var export = new Command("opml", "Writes the sources that are followed as OPML; topics become folders.") { To };
        export.SetAction((parsed, stop) => SourceImport.ExportAsync(
            parsed.GetValue(To), Settings.Load(parsed), (sources, now) => OpmlWriter.Write("Social Report", now, [.. sources.Select(OpmlSources.Of)]), stop));
        return export;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(From);
        var opml = OpmlReader.Read(await ListFile.ReadAsync(file, stop));
        var facts = new Dictionary<string, int>(StringComparer.Ordinal) { ["outlines"] = opml.Outlines, ["feeds"] = opml.Feeds.Count };
        return await SourceImport.RunAsync(parsed, file, OpmlSources.Of(opml), facts, stop);
    }
}
