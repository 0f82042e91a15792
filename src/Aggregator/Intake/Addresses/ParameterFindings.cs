using Aggregator.Reading.Duplicates;
using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;
using Aggregator.Storage;

namespace Aggregator.Intake.Addresses;

/// <summary>
/// What articles whose text has just come tell of the parameters of their hosts: which of them change nothing, and which the text.
/// </summary>
internal sealed class ParameterFindings
{
    /// <summary>Pairs that make a parameter noise.</summary>
    private const int EnoughPairs = 3;

    private readonly List<(AddressForm Form, int Article)> forms = [];
    private readonly List<ParameterPair> pairs = [];
    private readonly List<Contradiction> contradictions = [];
    private readonly HashSet<int> gone = [];

    private ParameterFindings()
    {
    }

    /// <summary>Nothing is to be written.</summary>
    public bool IsEmpty => forms.Count + pairs.Count + contradictions.Count + gone.Count == 0;

    /// <summary>Looks for addresses that differ in one parameter from those of these articles. Only reads.</summary>
    public static async Task<ParameterFindings> MakeAsync(SqlSession session, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var findings = new ParameterFindings();
        var arrived = (await AddressRows.ByIdAsync(session, ids, stop)).FindAll(article =>
            article.IsWhole && KeyParameters.HostOf(article.Key).Length > 0);
        var meetings = await findings.MeetAsync(session, [.. arrived.OrderBy(article => article.Id)], stop);
        if (meetings.Count > 0) await findings.JudgeAsync(session, meetings, stop);
        return findings;
    }

    /// <summary>Writes it down.</summary>
    /// <returns>Whether a parameter was learnt or unlearnt.</returns>
    public async Task<bool> StoreAsync(SqlSession session, DateTimeOffset now, CancellationToken stop)
    {
        await AddressRows.RemoveFormsAsync(session, gone, stop);
        await AddressRows.AddFormsAsync(session, forms, stop);
        await AddressRows.AddPairsAsync(session, pairs, now, stop);
        await AddressRows.ContradictAsync(session, contradictions.DistinctBy(row => (row.Host, row.Name)), now, stop);
        var isNews = contradictions.Count > 0;
        foreach (var (host, name) in pairs.Select(pair => (pair.Host, pair.Name)).Distinct())
        {
            if (await AddressRows.CountPairsAsync(session, host, name, stop) >= EnoughPairs)
                isNews |= await AddressRows.LearnAsync(session, host, name, now, stop);
        }

        return isNews;
    }

    /// <summary>Two articles whose addresses are one but for a parameter.</summary>
    private sealed record Meeting(AddressForm Form, int One, int Other);

    /// <summary>
    /// Each form has one article that stands for it, the first: who comes later is compared with that one, and with the address that has no
    /// such parameter.
    /// </summary>
    private async Task<List<Meeting>> MeetAsync(SqlSession session, List<AddressedArticle> arrived, CancellationToken stop)
    {
        var own = arrived.ToDictionary(article => article.Id, article => AddressForm.Of(article.Key));
        var rests = own.Values.SelectMany(list => list).ToList();
        var hashes = rests.Select(form => form.Hash).Concat(arrived.Select(article => AddressForm.HashOf(article.Key))).Distinct().ToList();
        if (hashes.Count == 0) return [];
        var standing = (await AddressRows.FormsAsync(session, hashes, stop)).ToDictionary(row => (row.Hash, row.Name), row => row.Article);
        var plain = rests.Count == 0 ? []
            : (await AddressRows.ByKeyAsync(session, [.. rests.Select(form => form.Rest).Distinct(StringComparer.Ordinal)], stop))
            .ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal);
        var later = standing.ToLookup(row => row.Key.Hash, row => (row.Key.Name, Article: row.Value));

        var meetings = new List<Meeting>();
        foreach (var article in arrived)
        {
            foreach (var (name, other) in later[AddressForm.HashOf(article.Key)])
                meetings.Add(new(new(0, name, article.Key), other, article.Id));
            foreach (var form in own[article.Id])
            {
                if (plain.TryGetValue(form.Rest, out var bare)) meetings.Add(new(form, bare, article.Id));
                if (standing.TryAdd((form.Hash, form.Name), article.Id)) forms.Add((form, article.Id));
                else meetings.Add(new(form, standing[(form.Hash, form.Name)], article.Id));
            }
        }

        return meetings.FindAll(meeting => meeting.One != meeting.Other && meeting.Form.Name.Length > 0);
    }

    private async Task JudgeAsync(SqlSession session, List<Meeting> meetings, CancellationToken stop)
    {
        var hosts = meetings.Select(HostOf).Distinct(StringComparer.Ordinal).ToList();
        var contradicted = await AddressRows.ContradictedAsync(session, hosts, stop);
        var open = meetings.FindAll(meeting => !contradicted.Contains((HostOf(meeting), meeting.Form.Name)));
        if (open.Count == 0) return;
        var ids = open.SelectMany(meeting => new[] { meeting.One, meeting.Other }).Distinct().ToList();
        var articles = (await AddressRows.ByIdAsync(session, ids, stop)).ToDictionary(article => article.Id);
        var texts = (await CopyRows.TextsAsync(session, ids, stop)).ToDictionary(row => row.Id, row => row.Text);
        foreach (var meeting in open)
        {
            if (!articles.TryGetValue(meeting.One, out var one)) gone.Add(meeting.One);
            else if (articles.TryGetValue(meeting.Other, out var other) && one.IsWhole && Fits(meeting, one) && Fits(meeting, other))
                Judge(meeting, one, other, texts);
        }
    }

    private void Judge(Meeting meeting, AddressedArticle one, AddressedArticle other, Dictionary<int, string> texts)
    {
        var (first, second) = (texts[one.Id], texts[other.Id]);
        var title = FoldedText.Of(one.Title);
        var tie = TextTies.Compare(first, second);
        if (tie == TextTie.Different) contradictions.Add(new(HostOf(meeting), meeting.Form.Name, one.Url, other.Url));
        else if (tie == TextTie.Same && title.Length > 0 && title == FoldedText.Of(other.Title) && FoldedText.Hash(first) is { } hash)
            pairs.Add(new(HostOf(meeting), meeting.Form.Name, meeting.Form.Rest, title, hash, one.Id, other.Id));
    }

    /// <summary>Two keys may share a hash by chance.</summary>
    private static bool Fits(Meeting meeting, AddressedArticle article) =>
        article.Key == meeting.Form.Rest
            || AddressForm.Of(article.Key).Any(form => form.Name == meeting.Form.Name && form.Rest == meeting.Form.Rest);

    private static string HostOf(Meeting meeting) => KeyParameters.HostOf(meeting.Form.Rest);
}
