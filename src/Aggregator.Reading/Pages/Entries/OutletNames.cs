using System.Text.RegularExpressions;

namespace Aggregator.Reading.Pages.Entries;

/// <summary>
/// Takes the outlet's name out of the comment of a link log: "[Le Journal] : …", "(Le Journal) …", "— Le Journal", a line of its own, "Le
/// Journal : " before the link.
/// A name that agrees with the host is one; where half of the entries name their outlet in one way, what stands there in the others is
/// one, too.
/// </summary>
internal static partial class OutletNames
{
    private const int LongestName = 45, MostWords = 6;

    /// <summary>The share of the entries with such a word whose word must agree with the host.</summary>
    private const double LeastAgreeing = 0.5;

    private static readonly Regex[] Ways = [Bracketed(), Round(), Before(), OwnLine()];

    /// <summary>The entries with their outlets.</summary>
    public static List<PageEntry> Apply(List<PageEntry> entries)
    {
        foreach (var way in Ways)
        {
            var named = entries.Where(entry => entry.Publisher is null)
                .Select(entry => (Entry: entry, Match: way.Match(entry.Comment ?? "")))
                .Where(pair => pair.Match.Success && IsName(NameIn(pair.Match))).ToList();
            if (named.Count == 0) continue;
            var isCustom = named.Count(pair => PublisherName.Agrees(NameIn(pair.Match), pair.Entry.Url)) >= Math.Max(2,
                named.Count * LeastAgreeing) && named.Count * 2 >= entries.Count;
            entries = entries.ConvertAll(entry => named.Find(pair => ReferenceEquals(pair.Entry, entry)) is { Entry: not null } pair
                && (isCustom || PublisherName.Agrees(NameIn(pair.Match), entry.Url))
                ? Without(entry, pair.Match) : entry);
        }

        return entries;
    }

    private static string NameIn(Match match) => match.Groups["name"].Value.Trim();

    private static bool IsName(string name) => name.Length is > 1 and <= LongestName && !char.IsLower(name[0]) && name.Any(char.IsLetter)
        && name.Split(' ').Length <= MostWords && !name.EndsWith('.');

    private static PageEntry Without(PageEntry entry, Match match)
    {
        var rest = entry.Comment![match.Length..].Trim();
        var said = System.Net.WebUtility.HtmlEncode(match.Value.TrimEnd());
        return entry with
        {
            Publisher = NameIn(match),
            Comment = rest.Length == 0 ? null : rest,
            CommentHtml = rest.Length == 0 ? "" : entry.CommentHtml.StartsWith("<p>" + said, StringComparison.Ordinal)
                ? "<p>" + entry.CommentHtml[(3 + said.Length)..].TrimStart() : entry.CommentHtml,
        };
    }

    [GeneratedRegex(@"\A\[(?<name>[^\]\n]{2,45})\]\s*[:–—-]?\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\A\((?<name>[^)\n]{2,45})\)\s*[:–—-]?\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Round();

    [GeneratedRegex(@"\A(?<name>[^:.\n]{2,45}?)\s*[:–—]\s*(?:\.\s+|\z|(?=\p{Lu}|«|“))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\A(?<name>[^.!?:\n]{2,45})(?:\n+|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnLine();
}
