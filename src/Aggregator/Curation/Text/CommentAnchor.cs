
namespace Aggregator.Curation.Text;

/// <summary>Where the words of a comment are after the text around them was changed. Pure.</summary>
public static class CommentAnchor
{
    /// <summary>Where words stand in a section's text: at the place that is named, else the first.</summary>
    public static int? Place(string text, string words, int? start) =>
        start is { } at ? at >= 0 && at + words.Length <= text.Length && string.CompareOrdinal(text, at, words, 0, words.Length) == 0 ? at : null
        : text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var first ? first : null;

    /// <param name="earlier">The section's text that the place counts in.</param>
    /// <param name="later">The text now.</param>
    /// <param name="start">Where the words began.</param>
    /// <param name="words">The words.</param>
    /// <returns>Where they begin now and how they read now, or null when they are gone.</returns>
    public static (int Start, string Words)? Follow(string earlier, string later, int start, string words)
    {
        var places = AllOf(later, words);
        if (words.Length > 0 && places.Count > 0)
        {
            // The same words: of several, the one whose surroundings changed least.
            var expected = Moved(earlier, later, start) ?? start;
            return (places.OrderByDescending(place => Likeness(earlier, start, later, place, words.Length)).ThenBy(place => Math.Abs(place - expected)).First(), words);
        }

        // They were edited: what now stands between what stood before and after them.
        var (from, to) = (Moved(earlier, later, start), Moved(earlier, later, start + words.Length));
        if (from is null || to is null || to <= from) return null;
        var now = later[from.Value..to.Value];
        var trimmed = now.Trim();
        return trimmed.Length == 0 || trimmed.Length > 4 * words.Length + 40 || trimmed.Contains("\n\n", StringComparison.Ordinal) ? null
            : (from.Value + now.IndexOf(trimmed, StringComparison.Ordinal), trimmed);
    }

    /// <summary>The place in the later text that corresponds to one in the earlier; null when that stretch is gone.</summary>
    private static int? Moved(string earlier, string later, int place)
    {
        var (before, after) = (0, 0);
        foreach (var change in WordChanges.Between(earlier, later))
        {
            var length = change.Text.Length;
            switch (change.Kind)
            {
                case WordChangeKind.Added:
                    after += length;
                    break;
                case WordChangeKind.Removed:
                    if (place > before && place < before + length) return after;
                    before += length;
                    break;
                default:
                    if (place <= before + length) return after + place - before;
                    before += length;
                    after += length;
                    break;
            }
        }

        return place <= before ? after : null;
    }

    private static List<int> AllOf(string text, string words)
    {
        var places = new List<int>();
        for (var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal); at >= 0 && places.Count < 200; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) places.Add(at);
        return places;
    }

    /// <summary>Characters around the words that are the same, up to 40 on each side.</summary>
    private static int Likeness(string earlier, int start, string later, int place, int length)
    {
        var same = 0;
        for (var i = 1; i <= 40 && start - i >= 0 && place - i >= 0 && earlier[start - i] == later[place - i]; i++) same++;
        for (var i = 0; i < 40 && start + length + i < earlier.Length && place + length + i < later.Length && earlier[start + length + i] == later[place + length + i]; i++) same++;
        return same;
    }
}
