using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Aggregator.Storage;

/// <summary>The default database: one file, WAL, full-text search by FTS5.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WriteGate gate) : AggregatorDb(options)
{
    private const string FreeLease = "(lease_until IS NULL OR lease_until <= @now)";

    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        // A write inside a write is part of it: its turn is held already, and one commit makes both.
        if (Database.CurrentTransaction is not null) return await work(stop);
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await BeginAsync(stop);
        var result = await work(stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Would pass the gate by: there is only the asynchronous one.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync: it waits at the write gate.");

    /// <inheritdoc/>
    public override Task<IReadOnlyList<int>> ClaimPollsAsync(PollClaim claim, CancellationToken stop) => ClaimAsync(
        claim,
        $"""
         WITH due AS (
           SELECT p.source_id, p.host, p.due_at, row_number() OVER (PARTITION BY p.host ORDER BY p.due_at, p.source_id) AS place
           FROM source_poll p JOIN source s ON s.id = p.source_id
           WHERE s.retired_at IS NULL AND {FreeLease}
             AND {(claim.All ? "" : "p.due_at <= @now AND ")}(p.not_before IS NULL OR p.not_before <= @now)
             AND (p.visited_at IS NULL OR p.visited_at < @round) {(claim.SourceId is null ? "" : "AND p.source_id = @source")}
             AND p.host NOT IN (SELECT host FROM source_poll WHERE lease_until > @now GROUP BY host HAVING count(*) >= @per_host)
             AND p.host NOT IN (SELECT host FROM host_rest WHERE until > @now))
         UPDATE source_poll SET lease_owner = @owner, lease_until = @until
         WHERE source_id IN (SELECT source_id FROM due WHERE place <= @per_host ORDER BY due_at LIMIT @limit)
         RETURNING source_id, host
         """,
        [new("@round", claim.Round.UtcTicks), new("@source", (object?)claim.SourceId ?? DBNull.Value)],
        stop);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<int>> ClaimExtractionsAsync(Claim claim, CancellationToken stop) => ClaimAsync(
        claim,
        $"""
         WITH due AS (
           SELECT article_id, host, row_number() OVER (PARTITION BY host ORDER BY article_id DESC) AS place
           FROM extraction
           WHERE due_at <= @now AND {FreeLease}
             AND host NOT IN (SELECT host FROM extraction WHERE lease_until > @now GROUP BY host HAVING count(*) >= @per_host)
             AND host NOT IN (SELECT host FROM host_rest WHERE until > @now))
         UPDATE extraction SET lease_owner = @owner, lease_until = @until
         WHERE article_id IN (SELECT article_id FROM due WHERE place <= @per_host LIMIT @limit)
         RETURNING article_id, host
         """,
        [],
        stop);

    /// <inheritdoc/>
    public override async Task RestAsync(IEnumerable<string> hosts, DateTimeOffset until, CancellationToken stop)
    {
        await using var command = Command(
            "INSERT INTO host_rest(host, until) VALUES (@host, @until) ON CONFLICT(host) DO UPDATE SET until = max(until, excluded.until)");
        var host = command.Parameters.Add("@host", SqliteType.Text);
        command.Parameters.AddWithValue("@until", until.UtcTicks);
        foreach (var name in hosts.Distinct(StringComparer.Ordinal))
        {
            host.Value = name;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <inheritdoc/>
    public override async Task IndexAsync(IReadOnlyCollection<SearchEntry> entries, bool replace, CancellationToken stop)
    {
        if (entries.Count == 0) return;
        await using var delete = Command("DELETE FROM article_search WHERE rowid = @id");
        await using var insert = Command("INSERT INTO article_search(rowid, title, text) VALUES (@id, @title, @text)");
        var deleteId = delete.Parameters.Add("@id", SqliteType.Integer);
        var insertId = insert.Parameters.Add("@id", SqliteType.Integer);
        var title = insert.Parameters.Add("@title", SqliteType.Text);
        var text = insert.Parameters.Add("@text", SqliteType.Text);
        foreach (var entry in entries)
        {
            deleteId.Value = insertId.Value = entry.ArticleId;
            title.Value = entry.Title;
            text.Value = entry.Text;
            if (replace) await delete.ExecuteNonQueryAsync(stop);
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    /// <inheritdoc/>
    public override IQueryable<int> Search(string query) => Database.SqlQueryRaw<int>(
        "SELECT rowid AS Value FROM article_search WHERE article_search MATCH {0} ORDER BY rowid DESC", Match(query));

    /// <summary>Every word quoted, so that nothing a person types is FTS5 syntax; the last one matches as a beginning.</summary>
    internal static string Match(string query)
    {
        var match = new StringBuilder();
        foreach (var word in new string([.. query.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(20))
            match.Append(CultureInfo.InvariantCulture, $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ");
        return match.Length == 0 ? "\"\"" : match.ToString().TrimEnd() + "*";
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // SQLite has no time type and EF's text form does not sort: UTC ticks do.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<TimeSpan>().HaveConversion<long>();
        conventions.Properties<List<string>>().HaveConversion<StringListJson, StringListComparer>();
    }

    private async Task<IReadOnlyList<int>> ClaimAsync(Claim claim, string sql, IEnumerable<SqliteParameter> more, CancellationToken stop) =>
        await WriteAsync(
            async inner =>
            {
                await using var command = Command(sql);
                command.Parameters.AddWithValue("@owner", claim.Owner);
                command.Parameters.AddWithValue("@now", claim.Now.UtcTicks);
                command.Parameters.AddWithValue("@until", claim.Until.UtcTicks);
                command.Parameters.AddWithValue("@limit", claim.Limit);
                command.Parameters.AddWithValue("@per_host", claim.PerHost);
                command.Parameters.AddRange(more);
                var claimed = new List<(int Id, string Host)>();
                await using (var reader = await command.ExecuteReaderAsync(inner))
                    while (await reader.ReadAsync(inner))
                        claimed.Add((reader.GetInt32(0), reader.GetString(1)));
                if (claim.HostPause > TimeSpan.Zero) await RestAsync(claimed.Select(row => row.Host), claim.Now + claim.HostPause, inner);
                return (IReadOnlyList<int>)[.. claimed.Select(row => row.Id)];
            },
            stop);

    /// <summary>IMMEDIATE (the provider's default): a transaction that starts by reading cannot be refused the write later.</summary>
    /// <exception cref="UnusableStorageException">Another program has held the database for longer than the busy timeout.</exception>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken stop)
    {
        try
        {
            return await Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Unusable(e, Database.GetDbConnection().DataSource);
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
