using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>Rewrites the addresses of sources that have moved for good (<see cref="MovedAddress"/>).</summary>
public sealed class SourceMoves(SqlStore store, Func<AggregatorDb> databases)
{
    private const string Heard = "SELECT count(*) FROM source s JOIN source_poll p ON p.source_id = s.id WHERE p.moved_to IS NOT NULL AND s.retired_at IS NULL";

    /// <returns>How many were rewritten. One whose new address is followed already is not: its row says where it went, and a person decides.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        // Asked first in plain words: the object mapper needs a second to wake up, and a round without a move shall not wait for it.
        if (await store.ReadAsync((session, inner) => session.CountAsync(Heard, [], inner), stop) == 0) return 0;
        await using var db = databases();
        return await db.WriteAsync(inner => MoveAsync(db, inner), stop);
    }

    private static async Task<int> MoveAsync(AggregatorDb db, CancellationToken stop)
    {
        var heard = await db.Sources.Include(source => source.Poll).Where(source => source.Poll.MovedTo != null && source.RetiredAt == null).ToListAsync(stop);
        var moved = 0;
        foreach (var source in heard.Where(source => MovedAddress.IsConfirmed(source.Poll)))
        {
            var key = UrlKey.Of(source.Poll.MovedTo!);
            if (await db.Sources.AnyAsync(other => other.UrlKey == key && other.Id != source.Id, stop)) continue;
            Rewrite(source, source.Poll.MovedTo!, key);
            await db.SaveChangesAsync(stop);
            moved++;
        }

        return moved;
    }

    /// <summary>Gives a source another address and remembers the one it had.</summary>
    public static void Rewrite(Source source, string url, string key)
    {
        if (source.UrlKey != key) source.FormerKeys = [.. source.FormerKeys.Where(former => former != key), source.UrlKey];
        (source.Url, source.UrlKey, source.Poll.Host) = (url, key, WebHost.Of(new Uri(url))!);
        (source.Poll.MovedTo, source.Poll.MovedSince, source.Poll.MovedSeen) = (null, null, 0);
    }
}
