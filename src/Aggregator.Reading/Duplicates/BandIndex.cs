using System.Runtime.InteropServices;

namespace Aggregator.Reading.Duplicates;

/// <summary>The bands of articles in memory: finds which of them may be copies of a text.</summary>
public sealed class BandIndex
{
    /// <summary>The newest of a band are looked at: a wrapper's band is in every article of its site.</summary>
    public const int MostOfBand = 32;

    private readonly Dictionary<long, List<int>> articles = [];

    /// <summary>Puts an article's bands in.</summary>
    public void Add(int article, TextFingerprint fingerprint)
    {
        foreach (var key in fingerprint.BandKeys())
            (CollectionsMarshal.GetValueRefOrAddDefault(articles, key, out _) ??= new(1)).Add(article);
    }

    /// <summary>Takes them out again.</summary>
    public void Remove(int article, TextFingerprint fingerprint)
    {
        foreach (var key in fingerprint.BandKeys())
            if (articles.TryGetValue(key, out var list) && list.Remove(article) && list.Count == 0) articles.Remove(key);
    }

    /// <summary>The newest articles that have a band, <see cref="MostOfBand"/> at the most.</summary>
    public IEnumerable<int> With(long key) => articles.TryGetValue(key, out var list) ? list.TakeLast(MostOfBand) : [];

    /// <summary>The likeliest first.</summary>
    internal IEnumerable<int> Candidates(TextFingerprint fingerprint) =>
        CandidateOrder.Best(fingerprint.BandKeys().Select(key => With(key).ToList()));
}
