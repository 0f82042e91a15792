using System.Collections.Frozen;
using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;
using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>An arrival that is shown as another address of an article, to be written down as such.</summary>
/// <param name="Key">Its own key.</param>
/// <param name="Standing">The key of the article.</param>
/// <param name="Arrival">As it came.</param>
/// <param name="SourceId">Where it was seen.</param>
internal sealed record MergedArrival(string Key, string Standing, Arrival Arrival, int SourceId, DateTimeOffset SeenAt);

/// <summary>
/// Arrivals with what is learnt applied: one whose address differs from an article's only in noise, and that has its title, is that
/// article. Each article's row keeps the key it came with, so that nothing is lost when a parameter turns out to choose texts.
/// </summary>
internal sealed class MergedArrivals
{
    private readonly FrozenDictionary<string, FrozenSet<string>> hosts;
    private readonly Dictionary<string, Standing> byRest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> merged = new(StringComparer.Ordinal);
    private readonly HashSet<string> stored = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> texts = [];
    private readonly List<MergedArrival> fresh = [];

    private MergedArrivals(FrozenDictionary<string, FrozenSet<string>> hosts) => this.hosts = hosts;

    /// <summary>The visits, with the keys of the articles that their arrivals are.</summary>
    public IReadOnlyList<PollRecord> Records { get; private set; } = [];

    /// <summary>Applies what is learnt; costs nothing while nothing is learnt of the hosts at hand. Only reads.</summary>
    /// <param name="learnt">Null: what a person brings in has the address that the person gave.</param>
    public static async Task<MergedArrivals> ApplyAsync(
        SqlSession session, IReadOnlyList<PollRecord> records, LearntParameters? learnt, CancellationToken stop)
    {
        var noisy = learnt is null ? FrozenDictionary<string, FrozenSet<string>>.Empty : await learnt.ReadAsync(session, stop);
        var arrivals = new MergedArrivals(noisy) { Records = records };
        if (noisy.Count == 0) return arrivals;
        var keys = records.SelectMany(record => record.Arrivals).Select(arrival => arrival.UrlKey)
            .Where(key => arrivals.RestOf(key) is not null).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return arrivals;
        await arrivals.LookUpAsync(session, keys, stop);
        arrivals.Records = [.. records.Select(arrivals.Resolve)];
        return arrivals;
    }

    /// <summary>
    /// Notes which addresses were merged, and who stands for the forms of new articles. Inside a write, after the articles.
    /// </summary>
    /// <param name="ids">Ids of articles by key: those that were there, and the new ones.</param>
    public async Task StoreAsync(SqlSession session, Func<string, int?> ids, IEnumerable<string> newKeys, CancellationToken stop)
    {
        if (hosts.Count == 0) return;
        var shortened = newKeys.Where(key => RestOf(key) is { } rest && rest != key);
        await AddressRows.AddFormsAsync(session, shortened.Select(key => (AddressForm.Merged(RestOf(key)!), ids(key)!.Value)), stop);
        var known = fresh.Where(row => ids(row.Standing) is not null);
        await MergedRows.InsertAsync(session, known.Select(row => (row, ids(row.Standing)!.Value)), stop);
    }

    /// <summary>The key without what is noise on its host; null where nothing is learnt of the host.</summary>
    private string? RestOf(string key) =>
        hosts.TryGetValue(KeyParameters.HostOf(key), out var names) ? KeyParameters.Without(key, names) : null;

    private async Task LookUpAsync(SqlSession session, List<string> keys, CancellationToken stop)
    {
        foreach (var (key, standing) in await MergedRows.FindAsync(session, keys, stop)) merged.TryAdd(key, standing);
        var rests = keys.Select(key => RestOf(key)!).Distinct(StringComparer.Ordinal).ToList();
        var forms = await AddressRows.FormsAsync(session, [.. rests.Select(AddressForm.HashOf)], stop);
        var found = await AddressRows.ByKeyAsync(session, [.. keys.Union(rests, StringComparer.Ordinal)], stop);
        found.AddRange(await AddressRows.ByIdAsync(session, [.. forms.Select(form => form.Article)], stop));
        foreach (var article in found.OrderBy(article => article.Id))
        {
            stored.Add(article.Key);
            var standing = new Standing(article.Key, article.Title, article.IsWhole ? article.Id : null, Text: null);
            if (RestOf(article.Key) is { } rest) byRest.TryAdd(rest, standing);
        }

        var whole = byRest.Values.Select(standing => standing.Id).OfType<int>().ToList();
        foreach (var (id, text) in await CopyRows.TextsAsync(session, whole, stop)) texts[id] = text;
    }

    private PollRecord Resolve(PollRecord record) =>
        record with { Arrivals = [.. record.Arrivals.Select(arrival => Resolve(arrival, record))] };

    private Arrival Resolve(Arrival arrival, PollRecord record)
    {
        var key = arrival.UrlKey;
        if (RestOf(key) is not { } rest || stored.Contains(key)) return arrival;
        if (merged.TryGetValue(key, out var known)) return arrival with { UrlKey = known, IsMerged = true };
        if (byRest.TryGetValue(rest, out var standing))
        {
            if (standing.Key == key || !IsSame(arrival, standing)) return arrival;
            merged.Add(key, standing.Key);
            fresh.Add(new(key, standing.Key, arrival, record.Poll.SourceId, record.At));
            return arrival with { UrlKey = standing.Key, IsMerged = true };
        }

        byRest.Add(rest, new(key, arrival.Text.Title, null, arrival.NeedsPage ? null : arrival.Text.Plain));
        return arrival;
    }

    /// <summary>
    /// What says no title is taken by its address alone, and whole texts must agree: a wrong guess would lose an article.
    /// </summary>
    private bool IsSame(Arrival arrival, Standing standing)
    {
        if (arrival.IsWordless || FoldedText.Of(arrival.Text.Title) != FoldedText.Of(standing.Title)) return false;
        var text = standing.Id is { } id ? texts.GetValueOrDefault(id) : standing.Text;
        return arrival.NeedsPage || text is null || TextTies.Compare(arrival.Text.Plain, text) != TextTie.Different;
    }

    /// <summary>The article that stands for all addresses with the same rest.</summary>
    /// <param name="Id">Its id where its text is stored whole.</param>
    /// <param name="Text">Its whole text where it arrives only now.</param>
    private sealed record Standing(string Key, string Title, int? Id, string? Text);
}
