using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>Two texts beside each other.</summary>
/// <param name="Cosine">Of their TF-IDF vectors, as rare as the words are now.</param>
/// <param name="SharedRarity">What the rarity of the rare terms they share exceeds <see cref="RareFrom"/> by, summed: names and numbers, mostly.</param>
/// <param name="Terms">Terms of the other text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextComparison(double Cosine, double SharedRarity, int Terms)
{
    /// <summary>e^-4: words that fewer than one text in 55 holds are rare.</summary>
    private const float RareFrom = 4;

    /// <param name="weights">The vector of the text by term number, 0 elsewhere.</param>
    /// <param name="norm">Its length.</param>
    public static TextComparison Of(float[] weights, double norm, WindowText other, Vocabulary vocabulary)
    {
        double product = 0, squared = 0, shared = 0;
        foreach (var term in other.Terms)
        {
            var weight = vocabulary.Weight(term);
            squared += weight * weight;
            if (weights[term.Id] == 0) continue;
            product += weight * weights[term.Id];
            shared += Math.Max(0, vocabulary.Rarity(term.Id) - RareFrom);
        }

        return new(product > 0 ? product / Math.Sqrt(squared) / norm : 0, shared, other.Terms.Length);
    }
}
