using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>
/// Chooses the headline. The visible first heading is what a reader would call the title; a page title or a title for social media is
/// often another wording, so it decides only which heading, or speaks where no heading fits.
/// </summary>
internal static class TitleChoice
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " / ", " < ", " ‹ "];

    public static string? Of(PageFacts facts, string? site)
    {
        var stated = Stated(facts).Select(title => WithoutSite(title, site, facts.Address)).Where(title => title.Length > 0).ToList();
        var headings = facts.Headings.Select(h => Line.Of(h.TextContent)).Where(h => h.Length is > 2 and < 300).ToList();
        return headings.Find(h => stated.Exists(title => Fits(h, title))) ?? (headings.Count == 1 && headings[0].Length > 15 && headings[0] != site ? headings[0] : null)
            ?? stated.FirstOrDefault() ?? headings.FirstOrDefault();
    }

    private static IEnumerable<string> Stated(PageFacts facts) => new[]
    {
        Line.Of(facts.Data.Article("headline")), Line.Of(facts.Meta("og:title")), Line.Of(facts.Meta("twitter:title", "dc.title", "citation_title")), Line.Of(facts.TitleElement),
    }.Where(title => title.Length > 0);

    private static bool Fits(string heading, string title)
    {
        var (one, other) = (Phrases.Letters(heading), Phrases.Letters(title));
        if (one.Length == 0 || other.Length == 0) return false;
        return one == other || (Math.Min(one.Length, other.Length) >= 10 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)));
    }

    /// <summary>Takes " | The Paper" off the end, and "The Paper: " off the start.</summary>
    private static string WithoutSite(string title, string? site, Uri? address)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (IsSite(tail, site, address) || (separator == " | " && head.Length > tail.Length)) return WithoutSite(head, site, address);
            if (IsSite(head, site, address)) return tail;
        }

        return title;
    }

    private static bool IsSite(string part, string? site, Uri? address)
    {
        var letters = Phrases.Letters(part);
        if (letters.Length < 2) return false;
        if (site is not null && (Phrases.Letters(site) == letters || Phrases.Letters(site).StartsWith(letters, StringComparison.Ordinal))) return true;
        return address is not null && letters.Length >= 4 && Phrases.Letters(address.Host).Contains(letters, StringComparison.Ordinal);
    }
}
