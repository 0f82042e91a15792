namespace Aggregator.Reading.Duplicates;

/// <summary>The last texts of each site: what they share is the site's wrapper.</summary>
internal sealed class SiteTexts
{
    /// <summary>Two tell a wrapper; more tell those that stand under some articles only.</summary>
    private const int KeptOfSite = 6;

    private readonly Dictionary<string, Queue<ComparedText>> bySite = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string? site, ComparedText text)
    {
        if (site is null) return;
        if (!bySite.TryGetValue(site, out var texts)) bySite.Add(site, texts = new(KeptOfSite));
        if (texts.Count == KeptOfSite) texts.Dequeue();
        texts.Enqueue(text);
    }

    /// <summary>Texts of the sites of two articles, but for these two.</summary>
    public IEnumerable<ComparedText> Around(ComparedText one, string? site, ComparedText other, string? otherSite) =>
        Of(site).Concat(Of(otherSite)).Where(text => text != one && text != other).Distinct();

    private IEnumerable<ComparedText> Of(string? site) => site is not null && bySite.TryGetValue(site, out var texts) ? texts : [];
}
