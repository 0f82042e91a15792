using Aggregator.Archive;
using Aggregator.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Intake;

/// <summary>
/// Takes arrivals into the archive: one article for each UrlKey, an appearance for each source it is seen in, a copy edge where
/// an earlier article has the same text, and a place in the queue where the page is still to be read. Runs inside a write.
/// </summary>
internal static class ArticleIntake
{
    /// <summary>What one visit brought.</summary>
    internal sealed record Brought(int New, int Copies);

    public static async Task<IReadOnlyList<Brought>> TakeInAsync(AggregatorDb db, IReadOnlyList<PollRecord> records, CancellationToken stop)
    {
        var keys = records.SelectMany(record => record.Arrivals).Select(arrival => arrival.UrlKey).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return [.. records.Select(_ => new Brought(0, 0))];

        var known = await db.Articles.Where(article => keys.Contains(article.UrlKey))
            .ToDictionaryAsync(article => article.UrlKey, article => article.Id, StringComparer.Ordinal, stop);
        var fresh = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var arrival in record.Arrivals)
                if (!known.ContainsKey(arrival.UrlKey) && !fresh.ContainsKey(arrival.UrlKey))
                    fresh.Add(arrival.UrlKey, NewArticle(arrival, record));

        db.AddRange(fresh.Values);
        await db.SaveChangesAsync(stop);
        await AddAppearancesAsync(db, records, known, fresh, stop);
        var copies = await CopyFinder.AddEdgesAsync(db, fresh.Values, stop);
        QueueExtractions(db, records, fresh);
        await db.SaveChangesAsync(stop);
        await db.IndexAsync([.. fresh.Values.Select(Entry)], replace: false, stop);
        return [.. records.Select(record => Count(record, fresh, copies))];
    }

    private static Article NewArticle(Arrival arrival, PollRecord record) => new()
    {
        UrlKey = arrival.UrlKey,
        Url = arrival.Url,
        Title = arrival.Text.Title,
        // A date in the future would stay at the head of every list.
        PublishedAt = arrival.Published > record.At ? record.At : arrival.Published,
        ArrivedAt = record.At,
        Time = arrival.Published < record.At ? arrival.Published.Value : record.At,
        Language = arrival.Language,
        SourceId = record.Poll.SourceId,
        Words = arrival.Text.Words,
        TextHash = arrival.NeedsPage ? null : arrival.Text.Hash,
        IsWhole = !arrival.NeedsPage,
        Text = new()
        {
            Authors = [.. arrival.Text.Authors],
            Excerpt = arrival.Text.Excerpt,
            Text = arrival.Text.Plain,
            Html = arrival.Text.Html,
            ImageUrl = arrival.Text.ImageUrl,
        },
    };

    private static async Task AddAppearancesAsync(
        AggregatorDb db, IReadOnlyList<PollRecord> records, Dictionary<string, int> known, Dictionary<string, Article> fresh, CancellationToken stop)
    {
        var ids = known.Values.ToList();
        var sources = records.Select(record => record.Poll.SourceId).ToList();
        var seen = (await db.Appearances.Where(seen => sources.Contains(seen.SourceId) && ids.Contains(seen.ArticleId))
            .Select(seen => new { seen.ArticleId, seen.SourceId }).ToListAsync(stop))
            .Select(seen => (seen.ArticleId, seen.SourceId)).ToHashSet();
        foreach (var record in records)
        {
            foreach (var arrival in record.Arrivals)
            {
                var article = known.TryGetValue(arrival.UrlKey, out var id) ? id : fresh[arrival.UrlKey].Id;
                if (!seen.Add((article, record.Poll.SourceId))) continue;
                db.Add(new Appearance
                {
                    ArticleId = article,
                    SourceId = record.Poll.SourceId,
                    SeenAt = record.At,
                    EntryKey = arrival.EntryKey,
                    Tags = [.. arrival.Tags],
                });
            }
        }
    }

    private static void QueueExtractions(AggregatorDb db, IReadOnlyList<PollRecord> records, Dictionary<string, Article> fresh)
    {
        var queued = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var arrival in record.Arrivals)
                if (arrival.NeedsPage && fresh.TryGetValue(arrival.UrlKey, out var article) && queued.Add(arrival.UrlKey))
                    db.Add(new Extraction { ArticleId = article.Id, Host = new Uri(arrival.Url).IdnHost, DueAt = record.At });
    }

    private static SearchEntry Entry(Article article) => new(article.Id, article.Title, article.Text.Text);

    private static Brought Count(PollRecord record, Dictionary<string, Article> fresh, IReadOnlySet<int> copies)
    {
        var own = record.Arrivals.Select(arrival => fresh.GetValueOrDefault(arrival.UrlKey))
            .Where(article => article?.SourceId == record.Poll.SourceId).Distinct().ToList();
        return new(own.Count, own.Count(article => copies.Contains(article!.Id)));
    }
}
