using Aggregator.Reading.Urls;
using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>A parameter that was taken for noise on a host, for people to see.</summary>
/// <param name="Host">Host and port as keys have them.</param>
/// <param name="Name">The parameter.</param>
/// <param name="LearntAt">When the third pair was found.</param>
/// <param name="ContradictedAt">When it turned out to choose texts; null while it holds.</param>
/// <param name="OneUrl">With <paramref name="OtherUrl"/>: the two addresses that showed it.</param>
/// <param name="OtherUrl">See <paramref name="OneUrl"/>.</param>
/// <param name="Merged">Addresses that are shown as another one of an article because of what is known of the host.</param>
public sealed record LearntParameter(string Host, string Name, DateTimeOffset LearntAt, DateTimeOffset? ContradictedAt, string? OneUrl,
    string? OtherUrl, int Merged)
{
    /// <summary>The latest articles of a source tell which hosts it leads to.</summary>
    private const int Latest = 50;

    /// <summary>What was learnt of the hosts to which a source leads, by host and name.</summary>
    public static async Task<IReadOnlyList<LearntParameter>> OfSourceAsync(SqlSession session, int source, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(session);
        var keys = await session.QueryAsync(
            $"""
             SELECT a.url_key FROM appearance p JOIN article a ON a.id = p.article_id
             WHERE p.source_id = @source ORDER BY a.id DESC LIMIT {Latest}
             """,
            [("source", source)], row => row.GetString(0), stop);
        var hosts = keys.Select(KeyParameters.HostOf).Distinct(StringComparer.Ordinal).ToList();
        return hosts.Count == 0 ? [] : await session.QueryAsync(
            $"""
             SELECT p.host, p.name, p.learnt_at, p.contradicted_at, p.one_url, p.other_url, CAST((SELECT count(*) FROM merged_address m
                 WHERE m.host = p.host) AS INTEGER) FROM address_parameter p
             WHERE {session.Among("p.host", "hosts")} AND p.learnt_at IS NOT NULL ORDER BY p.host, p.name
             """,
            [("hosts", session.Keys(hosts))],
            row => new LearntParameter(row.GetString(0), row.GetString(1), row.Moment(2)!.Value, row.Moment(3), row.Text(4), row.Text(5),
                row.GetInt32(6)), stop);
    }
}
