using System.Globalization;
using System.Text;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Searching;

/// <summary>What the index holds of an article: stems of its words, and marks for what else can be asked. The same for every database.</summary>
public static class SearchWords
{
    /// <summary>Words of one text that are indexed; what comes after is found by nobody.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>A title or text as it is indexed: stems, parted by spaces.</summary>
    public static string OfText(string text, string? language) => WordStems.OfFolded(SearchLetters.Words(text.Length > MostCharacters ? text[..MostCharacters] : text), language);

    /// <summary>Marks begin with an underscore, which no folded word has.</summary>
    public static string Marks(int sourceId, string? language, DateTimeOffset time, bool hasImage, IEnumerable<string> tags)
    {
        var marks = new StringBuilder();
        marks.Append(CultureInfo.InvariantCulture, $"{All} {Source(sourceId)} {Year(time.UtcDateTime.Year)} {Month(time.UtcDateTime.Year, time.UtcDateTime.Month)}");
        if (language is { Length: > 0 }) marks.Append(' ').Append(Language(language));
        if (hasImage) marks.Append(' ').Append(Image);
        foreach (var tag in tags.Select(Tag).OfType<string>().Distinct(StringComparer.Ordinal).Take(50)) marks.Append(' ').Append(tag);
        return marks.ToString();
    }

    /// <summary>Every article has it: what all words are taken away from.</summary>
    public const string All = "_a";

    internal const string Image = "_i";

    internal static string Source(int id) => string.Create(CultureInfo.InvariantCulture, $"_s{id}");

    internal static string Language(string tag) => $"_l{FoldedText.Of(tag).Split(' ')[0]}";

    internal static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"_y{year:0000}");

    internal static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"_m{year:0000}{month:00}");

    internal static string? Tag(string tag) => SearchLetters.Fold(tag) is { Length: > 0 } folded ? $"_t{folded.Replace(' ', '_')}" : null;
}
