using Aggregator.Reading.Searching;

namespace Aggregator.Storage;

/// <summary>The conditions of a search that the index alone cannot answer: exact days and stories.</summary>
internal static class SearchConditions
{
    public static string Join(SearchMatch match) => match.From is null && match.Until is null ? "" : "JOIN article a ON a.id = s.rowid";

    public static string Where(SearchMatch match, string id) =>
        (match.From is null ? "" : " AND a.time >= @from") + (match.Until is null ? "" : " AND a.time < @until")
        + (match.Story is null ? "" : $" AND {id} IN (SELECT m.article_id FROM story_member m WHERE m.story_id = @story)");

    public static IEnumerable<(string Name, object? Value)> Values(SearchMatch match)
    {
        if (match.From is { } from) yield return ("from", Ticks(from));
        if (match.Until is { } until) yield return ("until", Ticks(until));
        if (match.Story is { } story) yield return ("story", story);
    }

    private static long Ticks(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
}
