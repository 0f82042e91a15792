using System.Runtime.InteropServices;

namespace Aggregator.Reading.Duplicates;

/// <summary>Which articles to compare with a text, when the bands they share with it are known.</summary>
public static class CandidateOrder
{
    /// <summary>Texts that are read and compared for one article: what bounds the cost when wrappers and phrases are shared by thousands.</summary>
    public const int MostCompared = 8;

    /// <summary>
    /// The articles that share most, first. A band counts the less the more articles have it: a site's wrapper or a common phrase is in
    /// many, a copied text in few.
    /// </summary>
    /// <param name="bands">For each band of the text: the articles that have it, each once.</param>
    /// <returns>At most <see cref="MostCompared"/>; the earlier of equals first.</returns>
    public static IReadOnlyList<int> Best(IEnumerable<IReadOnlyList<int>> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var weights = new Dictionary<int, double>();
        foreach (var band in bands)
            foreach (var article in band)
                CollectionsMarshal.GetValueRefOrAddDefault(weights, article, out _) += 1.0 / band.Count;
        return [.. weights.OrderByDescending(found => found.Value).ThenBy(found => found.Key).Take(MostCompared).Select(found => found.Key)];
    }
}
