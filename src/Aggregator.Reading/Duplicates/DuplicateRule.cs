using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Duplicates;

/// <summary>
/// When an article is a copy of an earlier one: at the same address, with the same text but for case, accents, punctuation and layout,
/// or with a text that shares enough of its pairs of content words. The title does not count, for outlets write their own over agency
/// copy. The earliest is the original.
/// </summary>
public static class DuplicateRule
{
    /// <summary>
    /// Share of the shorter text that the other must hold. Copies with a third of the sentences cut and a tenth of the words replaced
    /// hold .36 to .7, ones with 4 % of the letters wrong .6; templates with other names at most .28 (docs/duplicates.md).
    /// </summary>
    private const double LeastOfShorter = .45;

    /// <summary>Share of the longer text that the other must hold: less is an article that quotes the other, or is quoted by it.</summary>
    private const double LeastOfLonger = .2;

    /// <summary>Pairs that must be shared, about two sentences.</summary>
    private const int LeastPairs = 12;

    /// <summary>Share of the shorter text's names and numbers that the other must hold: a template filled anew holds next to none.</summary>
    private const double LeastFacts = .5;

    /// <summary>Names and numbers that say something together.</summary>
    private const int EnoughFacts = 4;

    /// <summary>Texts that share so much, and their names and numbers, are editions of one text, not two texts in one wrapper.</summary>
    private const double Edition = .8;

    /// <summary>What an article has in common with its copies, to be looked up among the earlier ones.</summary>
    /// <param name="url">Null or unusable: the address says nothing.</param>
    /// <param name="text">The body without the title; null or under <see cref="FoldedText.MinHashedLetters"/>: it says nothing.</param>
    public static DuplicateMarks MarksOf(string? url, string? text) =>
        new(CanonicalUrl.TryParse(url, out var canonical) ? UrlKey.Of(canonical) : null, text is null ? null : FoldedText.Hash(text));

    /// <summary>Whether it is worth looking for other texts of their sites: most candidates are told apart without.</summary>
    public static bool CanBeCopies(ComparedText one, ComparedText other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return OfShorter(one, other) >= LeastOfShorter / 2 && ShareFacts(one, other);
    }

    /// <summary>Judges two texts that may be copies of one another.</summary>
    /// <param name="siteTexts">
    /// Some other texts of the two sites: what two of them hold, too, is the site's wrapper and does not count. (One could be another edition
    /// of the same text.) Only asked for when it matters.
    /// </param>
    /// <returns>How much of the shorter text's pairs of words the other holds, from <see cref="LeastOfShorter"/> to 1; null: they are not copies.</returns>
    public static double? CopyScore(ComparedText one, ComparedText other, IEnumerable<ComparedText> siteTexts)
    {
        if (!CanBeCopies(one, other)) return null;

        var wrapper = siteTexts.Where(text => !IsEdition(text, one) && !IsEdition(text, other)).ToList();
        var (first, second) = (one.Without(wrapper), other.Without(wrapper));
        var shared = HashSets.Shared(first.Pairs, second.Pairs);
        var score = (double)shared / Math.Min(first.Pairs.Length, second.Pairs.Length);
        return shared >= LeastPairs && score >= LeastOfShorter && shared >= LeastOfLonger * Math.Max(first.Pairs.Length, second.Pairs.Length) ? score : null;
    }

    private static bool IsEdition(ComparedText text, ComparedText other) => OfShorter(text, other) >= Edition && ShareFacts(text, other);

    private static double OfShorter(ComparedText one, ComparedText other)
    {
        var shorter = Math.Min(one.Pairs.Length, other.Pairs.Length);
        return shorter == 0 ? 0 : (double)HashSets.Shared(one.Pairs, other.Pairs) / shorter;
    }

    /// <summary>Facts are looked for among all words of the other, so that a text in capitals has no more of them than another.</summary>
    private static bool ShareFacts(ComparedText one, ComparedText other)
    {
        var (shorter, longer) = one.Words.Length <= other.Words.Length ? (one, other) : (other, one);
        return shorter.Facts.Length < EnoughFacts || HashSets.Shared(shorter.Facts, longer.Words) >= LeastFacts * shorter.Facts.Length;
    }
}

/// <summary>An article that shares one of these with an earlier one is its copy; null is never shared.</summary>
/// <param name="UrlKey"><see cref="Urls.UrlKey"/> of the article's address.</param>
/// <param name="TextHash"><see cref="FoldedText.Hash"/> of its text.</param>
public readonly record struct DuplicateMarks(string? UrlKey, long? TextHash);
