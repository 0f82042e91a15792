using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Aggregator.Fetching;
using Aggregator.Intake;
using Aggregator.Reading.Feeds.Discovery;
using Aggregator.Web.Commands.Exchange;
using Aggregator.Web.Features.Sources;
using Aggregator.Web.Host;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aggregator.Web.Commands.Inspect;

/// <summary><c>inspect discover</c>: what can be followed at an address, the best first, with what it shows now.</summary>
internal static class DiscoverCommand
{
    private static readonly Argument<string> Target = new("address") { Description = "An address as people paste it: a feed, a page, an account, with or without https://.", HelpName = "ADDRESS" };

    public static Command Make()
    {
        var command = new Command("discover", "The feeds that an address is or has, the best first; without any, the page or the sitemap itself.") { Target, ExchangeCommands.Json };
        command.SetAction(async (parsed, stop) =>
        {
            using var fetcher = new Fetcher(Options.Create(Settings.Load(parsed).Fetching), TimeProvider.System);
            var found = await new DiscoverFeeds(fetcher, robots: null, new ReadingGuard(NullLogger<ReadingGuard>.Instance), TimeProvider.System).RunAsync(parsed.GetRequiredValue(Target), stop);
            if (parsed.GetValue(ExchangeCommands.Json)) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(DiscoveryAnswer.Of(found), RefreshSummary.JsonForm));
            if (found.Problem is { } problem) throw new CommandFailedException(DiscoveryWords.Say(problem, "en"));
            if (!parsed.GetValue(ExchangeCommands.Json)) await Console.Out.WriteAsync(string.Join('\n', found.Feeds.Select(Words)));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Words(FoundFeed feed)
    {
        var facts = string.Join(", ", new[] { feed.Format, feed.Language, $"{feed.Entries} entries", Rhythm(feed.PerDay), Latest(feed.Latest), Why(feed.Origin) }.OfType<string>());
        var entries = feed.Preview.Select(entry => $"    {entry.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated   "}  {entry.Title}\n");
        return $"{feed.Url}\n  {feed.Title}{(feed.IsAboutComments ? " (comments)" : "")}\n  {facts}\n{string.Concat(entries)}";
    }

    private static string? Rhythm(double? perDay) => perDay switch
    {
        null => null,
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"about {perDay:0} a day"),
        >= 1 / 7.0 => string.Create(CultureInfo.InvariantCulture, $"about {perDay * 7:0} a week"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {perDay * 30:0.#} a month"),
    };

    private static string? Latest(DateTimeOffset? latest) => latest is { } time ? $"latest {time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null;

    private static string Why(FeedOrigin origin) => origin switch
    {
        FeedOrigin.Itself => "the address itself",
        FeedOrigin.Rule => "known of this site",
        FeedOrigin.Named => "named by the page",
        FeedOrigin.Linked => "linked or likely by the page",
        _ => "found at a usual place",
    };
}
