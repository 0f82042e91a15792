using Aggregator.Archive;
using Aggregator.Intake.Addresses;
using Aggregator.Reading.Pages;
using Aggregator.Storage;

namespace Aggregator.Intake;

/// <summary>
/// Takes arrivals into the archive: one article for each UrlKey, an appearance for each source it is seen in, a revision where its
/// publisher changed it, a copy edge where an earlier article has the same text, and a place in the queue where the page is still to be
/// read. What was deleted here stays away. Addresses that differ in noise alone (<see cref="LearntParameters"/>) are one article. Runs inside a write; all that can be known without the database stands in the arrival already.
/// </summary>
internal static class ArticleIntake
{
    /// <summary>What one visit brought.</summary>
    internal sealed record Brought(int New, int Copies, int Changed);

    public static async Task<IReadOnlyList<Brought>> TakeInAsync(
        SqlSession session, IReadOnlyList<PollRecord> visits, LearntParameters? learnt, CancellationToken stop)
    {
        if (!visits.Any(visit => visit.Arrivals.Count > 0)) return [.. visits.Select(_ => new Brought(0, 0, 0))];

        await session.WaitForTurnAsync(Turn.Arrivals, stop);
        var merged = await MergedArrivals.ApplyAsync(session, visits, learnt, stop);
        var records = merged.Records;
        var keys = records.SelectMany(record => record.Arrivals).Select(arrival => arrival.UrlKey).Distinct(StringComparer.Ordinal).ToList();
        var known = await KnownArticle.FindAsync(session, keys, stop);
        await SameItem.RecogniseAsync(session, records, known, stop);
        await MovedFeed.RecogniseAsync(session, records, known, stop);
        var deleted = await DeletedAsync(session, keys.FindAll(key => !known.ContainsKey(key)), stop);
        var fresh = await FreshAsync(session, records, key => !known.ContainsKey(key) && !deleted.Contains(key), stop);

        await ArticleRows.InsertAsync(session, fresh.Values, stop);
        await merged.StoreAsync(session, key => known.TryGetValue(key, out var old) ? old.Id : fresh.GetValueOrDefault(key)?.Id, fresh.Keys, stop);
        await ArticleRows.InsertAsync(session, Appearances(records, known, fresh), stop);
        await ArticleRows.InsertAsync(session, Pages(records, fresh), stop);
        await EarlierIssueRows.StoreAsync(session, Issues(records, known, fresh), stop);
        await CopyRows.QueueAsync(session, fresh.Values.Where(article => article.TextHash is not null).Select(article => article.Id), stop);
        await session.IndexAsync(Entries(records, fresh), replace: false, stop);
        var copies = await CopyFinder.AddEdgesAsync(session, fresh.Values.Select(article => article.TextHash), stop);
        var changed = await RevisionIntake.TakeInAsync(session, records, known, stop);
        return [.. records.Select(record => Count(record, fresh, copies, changed))];
    }

    private static async Task<HashSet<string>> DeletedAsync(SqlSession session, List<string> keys, CancellationToken stop) => keys.Count == 0 ? []
        : [.. await session.QueryAsync($"SELECT url_key FROM tombstone WHERE {session.Among("url_key", "keys")}", [("keys", session.Keys(keys))], row => row.GetString(0), stop)];

    private static async Task<Dictionary<string, Article>> FreshAsync(SqlSession session, IReadOnlyList<PollRecord> records, Predicate<string> isFresh, CancellationToken stop)
    {
        var arrived = new Dictionary<string, (Arrival Arrival, PollRecord Record)>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var arrival in record.Arrivals)
                if (isFresh(arrival.UrlKey)) arrived.TryAdd(arrival.UrlKey, (arrival, record));

        if (arrived.Count == 0) return [];
        var ids = await session.TakeIdsAsync("article", arrived.Count, stop);
        return arrived.Values.Zip(ids, (first, id) => NewArticle(id, first.Arrival, first.Record)).ToDictionary(article => article.UrlKey, StringComparer.Ordinal);
    }

    private static Article NewArticle(int id, Arrival arrival, PollRecord record) => new()
    {
        Id = id,
        UrlKey = arrival.UrlKey,
        Url = arrival.Url,
        Title = arrival.Text.Title,
        // A date in the future would stay at the head of every list.
        PublishedAt = arrival.Published > record.At ? record.At : arrival.Published,
        ArrivedAt = record.At,
        Time = (arrival.Published ?? arrival.Changed) is { } time && time < record.At ? time : record.At,
        Language = arrival.Text.Language,
        SourceId = record.Poll.SourceId,
        Words = arrival.Text.Words,
        TextHash = arrival.NeedsPage ? null : arrival.Text.Hash,
        GivenHash = arrival.GivenHash,
        IsWhole = !arrival.NeedsPage,
        Text = new()
        {
            Authors = [.. arrival.Text.Authors],
            Excerpt = arrival.Text.Excerpt,
            Text = arrival.Text.Plain,
            Html = arrival.Text.Html,
            ImageUrl = arrival.Text.ImageUrl,
            SiteName = arrival.Publisher,
        },
    };

    private static List<Appearance> Appearances(IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known, Dictionary<string, Article> fresh)
    {
        var seen = new List<Appearance>();
        foreach (var record in records)
        {
            foreach (var arrival in record.Arrivals)
            {
                if (IdOf(arrival, known, fresh) is not { } id) continue;
                seen.Add(new()
                {
                    ArticleId = id, SourceId = record.Poll.SourceId, SeenAt = record.At, EntryKey = arrival.EntryKey,
                    Tags = [.. arrival.Tags], Categories = [.. arrival.Categories], Comment = arrival.Comment,
                });
            }
        }

        return seen;
    }

    private static int? IdOf(Arrival arrival, Dictionary<string, KnownArticle> known, Dictionary<string, Article> fresh) =>
        known.TryGetValue(arrival.UrlKey, out var old) ? old.Id : fresh.GetValueOrDefault(arrival.UrlKey)?.Id;

    private static IEnumerable<(int ArticleId, string UrlKey, PageIssue Issue)> Issues(
        IReadOnlyList<PollRecord> records, Dictionary<string, KnownArticle> known, Dictionary<string, Article> fresh) =>
        from arrival in records.SelectMany(record => record.Arrivals)
        where arrival.Issue is not null
        let id = IdOf(arrival, known, fresh)
        where id is not null
        select (id.Value, arrival.UrlKey, arrival.Issue);

    private static List<Extraction> Pages(IReadOnlyList<PollRecord> records, Dictionary<string, Article> fresh) =>
    [
        .. from record in records
           from arrival in record.Arrivals
           where arrival.NeedsPage && fresh.ContainsKey(arrival.UrlKey)
           select new Extraction { ArticleId = fresh[arrival.UrlKey].Id, Host = new Uri(arrival.Url).IdnHost, DueAt = record.At },
    ];

    private static List<SearchEntry> Entries(IReadOnlyList<PollRecord> records, Dictionary<string, Article> fresh) =>
    [
        .. from arrival in records.SelectMany(record => record.Arrivals).DistinctBy(arrival => arrival.UrlKey)
           where fresh.ContainsKey(arrival.UrlKey)
           select SearchEntries.Of(fresh[arrival.UrlKey], arrival.Text.SearchTitle, arrival.Text.SearchText, arrival.Tags),
    ];

    private static Brought Count(PollRecord record, Dictionary<string, Article> fresh, IReadOnlySet<int> copies, IReadOnlySet<string> changed)
    {
        var own = record.Arrivals.Select(arrival => fresh.GetValueOrDefault(arrival.UrlKey))
            .Where(article => article?.SourceId == record.Poll.SourceId).Distinct().ToList();
        return new(own.Count, own.Count(article => copies.Contains(article!.Id)), record.Arrivals.Count(arrival => changed.Contains(arrival.UrlKey)));
    }
}
