using Aggregator.Reading.Text;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>Joins the spellings of one tag over a page: "Commerce_électronique", "commerce_electronique" and "#Commerce électronique" are one.</summary>
internal static class TagSpellings
{
    /// <summary>The tags of each entry in the commonest spelling of the page, each once.</summary>
    public static List<PageEntry> Join(List<PageEntry> entries)
    {
        var spellings = entries.SelectMany(entry => entry.Tags).GroupBy(FoldedText.Of, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.GroupBy(tag => tag, StringComparer.Ordinal).MaxBy(tag => tag.Count())!.Key, StringComparer.Ordinal);
        return entries.ConvertAll(entry => entry with { Tags = Spelt(entry.Tags), Categories = Spelt(entry.Categories) });

        List<string> Spelt(IEnumerable<string> tags) => [.. tags.Select(tag => spellings.GetValueOrDefault(FoldedText.Of(tag), tag)).Distinct(StringComparer.Ordinal)];
    }
}
