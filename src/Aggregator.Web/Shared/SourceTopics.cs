using Aggregator.Sources;

namespace Aggregator.Web.Shared;

/// <summary>Topics of the sources that are followed, the commonest first.</summary>
internal static class SourceTopics
{
    private const int Most = 14;

    public static IEnumerable<(string Topic, int Sources)> Of(IEnumerable<Source> sources) => sources.Where(source => source.RetiredAt is null)
        .SelectMany(source => source.Topics).GroupBy(topic => topic, StringComparer.OrdinalIgnoreCase).Select(group => (Topic: group.Key, Sources: group.Count()))
        .OrderByDescending(topic => topic.Sources).ThenBy(topic => topic.Topic, StringComparer.OrdinalIgnoreCase).Take(Most);
}
