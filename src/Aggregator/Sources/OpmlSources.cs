using Aggregator.Reading.Feeds.Opml;
using Aggregator.Reading.Urls;

namespace Aggregator.Sources;

/// <summary>Makes sources of the feeds of an OPML file, and the other way round.</summary>
public static class OpmlSources
{
    /// <summary>Folders become topics; an address in several folders becomes one source with all their topics.</summary>
    public static SourceFileReading Of(OpmlReading opml)
    {
        var entries = new Dictionary<string, SourceEntry>(StringComparer.Ordinal);
        var problems = opml.Problems.Select(problem => new SourceProblem(problem.Line, problem.Message)).ToList();
        foreach (var feed in opml.Feeds)
        {
            if (Entry(feed) is not { } entry)
            {
                problems.Add(new(feed.Line, $"\"{feed.XmlUrl[..Math.Min(feed.XmlUrl.Length, 80)]}\" is not an http or https address: correct or remove it."));
                continue;
            }

            var key = UrlKey.Of(entry.Url);
            if (!entries.TryAdd(key, entry)) entries[key] = entries[key] with { Topics = [.. entries[key].Topics.Union(entry.Topics, StringComparer.Ordinal)] };
        }

        return new([.. entries.Values], [.. problems.OrderBy(problem => problem.Line)]);
    }

    public static OpmlFeed Of(Source source) => new(source.Url, source.Name, HtmlUrl: null, source.Language, source.Topics, Line: 0);

    private static SourceEntry? Entry(OpmlFeed feed) =>
        Uri.TryCreate(Address(feed.XmlUrl), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && CanonicalUrl.TryParse(address.OriginalString, out _)
            ? new(address.OriginalString, feed.Title ?? address.Host + (address.AbsolutePath == "/" ? "" : address.AbsolutePath), LanguageTag.Normalize(feed.Language), feed.Topics, "auto", Weight: 1, Interval: null, feed.Line)
            : null;

    /// <summary>Old readers wrote <c>feed://</c> for http.</summary>
    private static string Address(string written) =>
        written.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"http://{written["feed://".Length..]}"
        : written.StartsWith("feed:http", StringComparison.OrdinalIgnoreCase) ? written["feed:".Length..]
        : written;
}
