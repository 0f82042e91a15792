using System.Runtime.InteropServices;

namespace Aggregator.Reading.Stories;

/// <summary>Two texts beside each other.</summary>
/// <param name="Cosine">Of their TF-IDF vectors, as rare as the words are now.</param>
/// <param name="SharedTerms">
/// Terms they share. One that fewer than one text in seven holds counts whole, one that every text holds not at all, in between by its
/// rarity: texts made of common words share many and say nothing.
/// </param>
/// <param name="Terms">Terms of the other text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextComparison(double Cosine, double SharedTerms, int Terms)
{
    /// <summary>e^-2 is one text in seven.</summary>
    private const double Rare = 2;

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
            shared += Math.Min(1, vocabulary.Rarity(term.Id) / Rare);
        }

        return new(product > 0 ? product / Math.Sqrt(squared) / norm : 0, shared, other.Terms.Length);
    }
}
