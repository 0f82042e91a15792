using Aggregator.Storage;

namespace Aggregator.Sources;

/// <summary>Adds sources as plain rows: thousands of a list take no longer than reading it.</summary>
internal static class SourceRows
{
    private static readonly string[] Columns =
        ["id", "url", "url_key", "name", "language", "topics", "kind", "weight", "interval", "from_file", "edited_fields", "added_at", "retired_at", "former_keys",
            "keep_days", "keep_articles", "rules"];

    /// <summary>New sources whose ids are taken already, each with its row of visits. Inside a write.</summary>
    public static async Task InsertAsync(SqlSession session, IReadOnlyCollection<Source> sources, CancellationToken stop)
    {
        await session.InsertAsync("source", Columns, [.. sources.Select(ValuesOf)], stop);
        await SourcePollRows.InsertAsync(session, [.. sources.Select(source => source.Poll)], stop);
    }

    private static object?[] ValuesOf(Source source) =>
    [
        source.Id, source.Url, source.UrlKey, source.Name, source.Language, StringListJson.Write(source.Topics), (int)source.Kind, source.Weight, source.Interval?.Ticks,
        source.FromFile, (int)source.EditedFields, source.AddedAt.UtcTicks, source.RetiredAt?.UtcTicks, StringListJson.Write(source.FormerKeys),
        source.KeepDays, source.KeepArticles, source.Rules is null ? null : PageRulesJson.Write(source.Rules),
    ];
}
