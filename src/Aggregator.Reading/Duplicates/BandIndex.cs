using System.Runtime.InteropServices;

namespace Aggregator.Reading.Duplicates;

/// <summary>The bands of articles in memory: finds which of them may be copies of a text.</summary>
internal sealed class BandIndex
{
    /// <summary>The newest of a band are looked at: a wrapper's band is in every article of its site.</summary>
    private const int MostOfBand = 32;

    private readonly Dictionary<long, List<int>> articles = [];

    public void Add(int article, TextFingerprint fingerprint)
    {
        foreach (var key in fingerprint.BandKeys())
            (CollectionsMarshal.GetValueRefOrAddDefault(articles, key, out _) ??= new(1)).Add(article);
    }

    public void Remove(int article, TextFingerprint fingerprint)
    {
        foreach (var key in fingerprint.BandKeys())
            if (articles.TryGetValue(key, out var list) && list.Remove(article) && list.Count == 0) articles.Remove(key);
    }

    /// <summary>The likeliest first.</summary>
    public IEnumerable<int> Candidates(TextFingerprint fingerprint) =>
        CandidateOrder.Best(fingerprint.BandKeys().Select(key => articles.TryGetValue(key, out var list) ? list.TakeLast(MostOfBand).ToList() : []));
}
