using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aggregator.Fetching;
using Aggregator.Reading.Stories;
using Aggregator.Web.Features.Articles;
using Aggregator.Web.Host;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Commands.Inspect;

/// <summary><c>inspect</c>: what we make of a file or an address, without storing anything.</summary>
internal static class InspectCommand
{
    private static readonly Option<bool> Lines = new("--jsonl") { Description = "Read one JSON object a line from stdin and answer each with one a line." };
    private const string DuplicatesDescription = "Texts in order of arrival: which repeat an earlier one, and which tell one story. "
        + "--jsonl: {id, url, source, language, published, title, text}; without it, the same from stdin.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make() => new("inspect", "Shows what we make of a file or an address, without storing anything.")
    {
        OfFile("feed", "A feed: its titles, entries, dates, people, and what is wrong in it.", "--jsonl: {id, path, url?, headers?}", FeedAnswer.Answer),
        OfFile("article", "An article's page: title, authors, dates, language, image, text.", "--jsonl: {id, path, url}", ArticleAnswer.Answer),
        OfFile("page", "A page followed as a source: what it is (article, listing, articles, linklog, nothing) and its entries.", "--jsonl: {id, path, url}", PageAnswer.Answer),
        OfFile("html", "HTML after the sanitizer.", "--jsonl: {id, html, url?}", HtmlAnswer.Answer, inlineHtml: true),
        OfFile("quotes", "What a text (plain, or the article of an HTML page) quotes, and who is said to have spoken.", "--jsonl: {id, text or path, language?}", QuotesAnswer.Answer),
        OfUrl(),
        DiscoverCommand.Make(),
        OfDuplicates(),
    };

    private static Command OfFile(string name, string what, string lines, Func<JsonElement, JsonObject> answer, bool inlineHtml = false)
    {
        var target = new Argument<string?>("file or address") { Arity = ArgumentArity.ZeroOrOne, Description = "A file, or an http(s) address to fetch." };
        var url = new Option<string?>("--url") { Description = "The address the file came from, for links relative to it." };
        var command = new Command(name, $"{what} {lines}") { target, url, Lines };
        command.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(Lines)) return await StreamAsync(answer);
            if (parsed.GetValue(target) is not { } given) return await MissingAsync(name);
            using var fetched = await InspectTarget.OpenAsync(given, parsed.GetValue(url), Settings.Load(parsed), stop);
            return await PrintAsync(answer(inlineHtml ? fetched.AsHtmlLine() : fetched.AsPathLine()));
        });
        return command;
    }

    private static Command OfUrl()
    {
        var target = new Argument<string?>("address") { Arity = ArgumentArity.ZeroOrOne, Description = "An address; it is not fetched." };
        var command = new Command("url", "An address: the form to open and the key that tells whether two are the same. --jsonl: {id, url}") { target, Lines };
        command.SetAction(async (parsed, _) => parsed.GetValue(Lines) ? await StreamAsync(UrlAnswer.Answer)
            : parsed.GetValue(target) is { } given ? await PrintAsync(UrlAnswer.Answer(JsonSerializer.SerializeToElement(new { url = given })))
            : await MissingAsync("url"));
        return command;
    }

    private static Command OfDuplicates()
    {
        var days = new Option<int?>("--window-days")
        {
            Description = "Articles join a story, and are recognised in changed copies, up to N days after the last; 0: the whole stream is one window. "
                + $"Without it as in the service: {StoryWindow.Default.Length!.Value.Days} days for stories, {DuplicatesAnswer.CopyWindow.Days} for copies.",
        };
        days.Validators.Add(given =>
        {
            if (given.Tokens.Count > 0 && int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n is < 0 or > 36_500)
                given.AddError("--window-days must be from 0 to 36500.");
        });
        var single = new Option<bool>("--before-review") { Description = "The stories as each article finds them on arrival, without the nightly pass at the end." };
        var command = new Command("duplicates", DuplicatesDescription) { Lines, days, single };
        command.SetAction(async (parsed, _) =>
        {
            var duplicates = parsed.GetValue(days) is { } length ? DuplicatesAnswer.Within(length) : DuplicatesAnswer.AsInService();
            return await StreamAsync(duplicates.Take, () => duplicates.AtEnd(isReviewed: !parsed.GetValue(single)));
        });
        return command;
    }

    private static async Task<int> StreamAsync(Func<JsonElement, JsonObject?> answer, Func<IEnumerable<JsonObject>>? atEnd = null)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        await JsonLines.RunAsync(input, output, answer, atEnd);
        return CommandLine.Done;
    }

    private static async Task<int> PrintAsync(JsonObject answer)
    {
        answer.Remove("id");
        if (answer["error"] is { } error)
        {
            await Console.Error.WriteLineAsync(error.GetValue<string>());
            return CommandLine.Failed;
        }

        await Console.Out.WriteLineAsync(answer.ToJsonString(Indented));
        return CommandLine.Done;
    }

    private static async Task<int> MissingAsync(string name)
    {
        await Console.Error.WriteLineAsync($"Say what to inspect: inspect {name} FILE-OR-ADDRESS, or --jsonl for a stream. Try: inspect {name} --help");
        return CommandLine.WrongUsage;
    }
}
