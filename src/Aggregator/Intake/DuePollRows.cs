using Aggregator.Sources;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>Reads what a visit needs to know of its source.</summary>
public static class DuePollRows
{
    /// <summary>The visits of these sources, the most overdue first.</summary>
    public static async Task<IReadOnlyList<DuePoll>> ReadAsync(SqlSession session, IReadOnlyList<int> sources, CancellationToken stop) => sources.Count == 0 ? [] : await session.QueryAsync(
        $"""
         SELECT s.id, s.name, s.url, s.kind, s.language, s.interval, p.e_tag, p.last_modified, p.validators_url, p.body_hash, p.host, p.lease_until
         FROM source s JOIN source_poll p ON p.source_id = s.id WHERE {session.Among("s.id", "ids")} ORDER BY p.due_at, s.id
         """,
        [("ids", session.Keys(sources))],
        row => new DuePoll(
            row.GetInt32(0), row.GetString(1), row.GetString(2), (SourceKind)row.GetInt32(3), row.Text(4), row.Number(5) is { } interval ? new TimeSpan(interval) : null,
            new(row.Text(6), row.Text(7), row.Text(8), row.Number(9)))
        {
            Host = row.GetString(10),
            LeaseUntil = row.Moment(11) ?? DateTimeOffset.MaxValue,
        },
        stop);
}
