using Aggregator.Reading.Text;
using Aggregator.Reading.Urls;

namespace Aggregator.Reading.Duplicates;

/// <summary>
/// When an article is a copy of an earlier one: at the same address, or with the same text but for case, accents, punctuation and
/// layout. The title does not count, for outlets write their own over agency copy. The earliest is the original. Copies with changed
/// words are not recognised here.
/// </summary>
public static class DuplicateRule
{
    /// <summary>What an article has in common with its copies, to be looked up among the earlier ones.</summary>
    /// <param name="url">Null or unusable: the address says nothing.</param>
    /// <param name="text">The body without the title; null or under <see cref="FoldedText.MinHashedLetters"/>: it says nothing.</param>
    public static DuplicateMarks MarksOf(string? url, string? text) =>
        new(CanonicalUrl.TryParse(url, out var canonical) ? UrlKey.Of(canonical) : null, text is null ? null : FoldedText.Hash(text));
}

/// <summary>An article that shares one of these with an earlier one is its copy; null is never shared.</summary>
/// <param name="UrlKey"><see cref="Urls.UrlKey"/> of the article's address.</param>
/// <param name="TextHash"><see cref="FoldedText.Hash"/> of its text.</param>
public readonly record struct DuplicateMarks(string? UrlKey, long? TextHash);
