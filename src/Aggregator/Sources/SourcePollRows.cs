using System.Data.Common;
using Aggregator.Storage;

namespace Aggregator.Sources;

/// <summary>Reads and writes <see cref="SourcePoll"/> as plain rows: they are the ones that every visit touches.</summary>
public static class SourcePollRows
{
    /// <summary>What a visit may change; the host belongs to the address.</summary>
    private static readonly string[] Moving =
    [
        "due_at", "not_before", "lease_owner", "lease_until", "e_tag", "last_modified", "validators_url", "body_hash", "visited_at", "changed_at",
        "status", "error", "error_detail", "error_count", "interval",
    ];

    private static readonly string Update = $"UPDATE source_poll SET {string.Join(", ", Moving.Select(name => $"{name} = @{name}"))} WHERE source_id = @source_id";

    /// <summary>All columns.</summary>
    internal static IEnumerable<string> Columns => ["source_id", "host", .. Moving];

    /// <summary>The rows of these sources.</summary>
    public static async Task<Dictionary<int, SourcePoll>> ReadAsync(SqlSession session, IReadOnlyCollection<int> sources, CancellationToken stop)
    {
        var rows = await session.QueryAsync(
            $"SELECT {string.Join(", ", Columns)} FROM source_poll WHERE {session.Among("source_id", "ids")}", [("ids", session.Keys(sources))], Of, stop);
        return rows.ToDictionary(row => row.SourceId);
    }

    /// <summary>Writes what visits have changed. Inside a write.</summary>
    public static Task WriteAsync(SqlSession session, IReadOnlyCollection<SourcePoll> rows, CancellationToken stop) =>
        session.RunManyAsync(Update, [.. Moving, "source_id"], [.. rows.Select(ValuesOf)], stop);

    /// <summary>Adds the rows of new sources. Inside a write.</summary>
    public static Task InsertAsync(SqlSession session, IReadOnlyCollection<SourcePoll> rows, CancellationToken stop) =>
        session.InsertAsync("source_poll", [.. Moving, "source_id", "host"], [.. rows.Select(row => (object?[])[.. ValuesOf(row), row.Host])], stop);

    private static SourcePoll Of(DbDataReader row) => new()
    {
        SourceId = row.GetInt32(0),
        Host = row.GetString(1),
        DueAt = row.Moment(2)!.Value,
        NotBefore = row.Moment(3),
        LeaseOwner = row.Text(4),
        LeaseUntil = row.Moment(5),
        ETag = row.Text(6),
        LastModified = row.Text(7),
        ValidatorsUrl = row.Text(8),
        BodyHash = row.Number(9),
        VisitedAt = row.Moment(10),
        ChangedAt = row.Moment(11),
        Status = (int?)row.Number(12),
        Error = (PollError)row.GetInt32(13),
        ErrorDetail = row.Text(14),
        ErrorCount = row.GetInt32(15),
        Interval = new TimeSpan(row.GetInt64(16)),
    };

    private static object?[] ValuesOf(SourcePoll row) =>
    [
        row.DueAt.UtcTicks, row.NotBefore?.UtcTicks, row.LeaseOwner, row.LeaseUntil?.UtcTicks, row.ETag, row.LastModified, row.ValidatorsUrl, row.BodyHash,
        row.VisitedAt?.UtcTicks, row.ChangedAt?.UtcTicks, row.Status, (int)row.Error, row.ErrorDetail, row.ErrorCount, row.Interval.Ticks, row.SourceId,
    ];
}
