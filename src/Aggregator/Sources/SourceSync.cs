using Aggregator.Reading.Pages;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Sources;

/// <summary>What a file of sources changed.</summary>
public sealed record SyncResult(int Added, int Changed, int Retired, int Unchanged);

/// <summary>
/// Brings the sources in line with a file: adds, changes, retires what vanished from it. What an editor set later by hand wins.
/// </summary>
public sealed class SourceSync(Func<AggregatorDb> databases, TimeProvider clock)
{
    /// <summary>Follows <c>feeds.json</c>: these sources are the file's, and what it no longer names is retired.</summary>
    /// <param name="entries">What the file names.</param>
    /// <param name="retireMissing">False while the file has faults: a source whose entry cannot be read has not vanished.</param>
    public async Task<SyncResult> FollowAsync(IReadOnlyList<SourceEntry> entries, bool retireMissing, CancellationToken stop)
    {
        await using var db = databases();
        return await db.WriteAsync(inner => FollowAsync(db, entries, retireMissing, inner), stop);
    }

    private async Task<SyncResult> FollowAsync(AggregatorDb db, IReadOnlyList<SourceEntry> entries, bool retireMissing, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var all = await db.Sources.Include(source => source.Poll).ToListAsync(stop);
        var known = KnownKeys.Of(all, source => source);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var added = 0;
        foreach (var entry in entries)
        {
            var key = UrlKey.Of(entry.Url);
            if (!named.Add(key)) continue;
            if (known.TryGetValue(key, out var source))
            {
                Apply(source, entry, now);
                continue;
            }

            db.Add(NewSource(entry, key, isFromFile: true, now));
            added++;
        }

        var retired = retireMissing ? Retire(all.Where(source => !named.Contains(source.UrlKey) && !source.FormerKeys.Exists(named.Contains)), now) : 0;
        var changed = db.ChangeTracker.Entries<Source>().Count(entry => entry.State == EntityState.Modified) - retired;
        await db.SaveChangesAsync(stop);
        return new(added, changed, retired, named.Count - added - changed);
    }

    /// <summary>A source as a list names it, due at once.</summary>
    internal static Source NewSource(SourceEntry entry, string key, bool isFromFile, DateTimeOffset now, int id = 0) => new()
    {
        Id = id,
        Url = entry.Url,
        UrlKey = key,
        Name = entry.Name,
        Language = entry.Language,
        Topics = [.. entry.Topics],
        Kind = KindOf(entry),
        Weight = entry.Weight,
        Interval = entry.Interval,
        KeepDays = entry.KeepDays,
        KeepArticles = entry.KeepArticles,
        Rules = entry.Rules,
        FromFile = isFromFile,
        AddedAt = now,
        Poll = new() { SourceId = id, Host = HostOf(entry.Url), DueAt = now },
    };

    private static void Apply(Source source, SourceEntry entry, DateTimeOffset now)
    {
        bool IsFree(SourceFields field) => !source.EditedFields.HasFlag(field);
        source.FromFile = true;
        // A list that names an address the source has moved away from means the same source, not the old address.
        if (source.Url != entry.Url && source.UrlKey == UrlKey.Of(entry.Url))
        {
            source.Url = entry.Url;
            source.Poll.Host = HostOf(entry.Url);
            // A corrected address has not failed yet.
            source.Poll.DueAt = now;
            source.Poll.ErrorCount = 0;
        }

        if (IsFree(SourceFields.Name)) source.Name = entry.Name;
        if (IsFree(SourceFields.Language)) source.Language = entry.Language;
        if (IsFree(SourceFields.Topics) && !source.Topics.SequenceEqual(entry.Topics, StringComparer.Ordinal)) source.Topics = [.. entry.Topics];
        if (IsFree(SourceFields.Kind) && source.Kind != KindOf(entry))
        {
            source.Kind = KindOf(entry);
            source.Poll.ReadAnew(now);
        }

        if (IsFree(SourceFields.Weight)) source.Weight = entry.Weight;
        if (IsFree(SourceFields.Interval)) source.Interval = entry.Interval;
        // Left out, they are the desk's: a file that never spoke of them must not let articles go that an editor keeps.
        if (IsFree(SourceFields.Keep)) (source.KeepDays, source.KeepArticles) = (entry.KeepDays ?? source.KeepDays, entry.KeepArticles ?? source.KeepArticles);
        if (IsFree(SourceFields.Rules) && entry.Rules is { } rules && rules != source.Rules) ReadBy(source, rules, now);
        FollowAgain(source, now);
    }

    /// <summary>What was read by other rules is read again, though the page has not changed.</summary>
    private static void ReadBy(Source source, PageRules rules, DateTimeOffset now)
    {
        source.Rules = rules;
        (source.Poll.ETag, source.Poll.LastModified, source.Poll.BodyHash, source.Poll.DueAt) = (null, null, null, now);
    }

    private static void FollowAgain(Source source, DateTimeOffset now)
    {
        if (source.RetiredAt is null || source.EditedFields.HasFlag(SourceFields.Retired)) return;
        // A feed that said 410 stays retired: the file names it still, but nobody changed its mind.
        if (source.Poll.Error == PollError.Gone) return;
        source.RetiredAt = null;
        source.Poll.DueAt = now;
    }

    private static int Retire(IEnumerable<Source> missing, DateTimeOffset now)
    {
        var retired = 0;
        foreach (var source in missing)
        {
            if (!source.FromFile || source.RetiredAt is not null || source.EditedFields.HasFlag(SourceFields.Retired)) continue;
            source.RetiredAt = now;
            retired++;
        }

        return retired;
    }

    private static SourceKind KindOf(SourceEntry entry) => Enum.Parse<SourceKind>(entry.Kind, ignoreCase: true);

    private static string HostOf(string url) => WebHost.Of(new Uri(url))!;
}
