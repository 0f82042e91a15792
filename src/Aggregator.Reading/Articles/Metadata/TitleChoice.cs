using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Articles.Metadata;

/// <summary>
/// Chooses the headline. The visible first heading is what a reader would call the title; what the publisher states for others is
/// often another wording, so it decides only which heading, or speaks where no heading fits.
/// </summary>
internal static class TitleChoice
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " / ", " < ", " ‹ ", "_"];

    /// <param name="page">The page, for headings of a lower rank.</param>
    public static string? Of(PageFacts facts, PageBox page, string? site)
    {
        var stated = Stated(facts, site);
        var headings = facts.Headings.Select(h => Line.Of(h.TextContent)).Where(h => h.Length is > 2 and < 300).ToList();
        if (stated is null) return headings.FirstOrDefault();
        return headings.Find(h => Fits(h, stated))
            ?? (headings is [{ Length: > 15 } only] && only != site && Resembles(only, stated) ? only : null)
            ?? (facts.SaysTitle || headings.Count != 1
                || facts.Headings.Find(h => Line.Of(h.TextContent) == headings[0])?.Closest("article") is null ? null : headings[0])
            ?? Opening(page, stated) ?? WithoutGluedSite(stated);
    }

    // In the order of how carefully publishers write them; all but the title of the document are written for the article alone.
    private static string? Stated(PageFacts facts, string? site)
    {
        var titles = new[]
        {
            facts.Data.Article("headline"), facts.Meta("dc:title", "dcterms:title", "dc.title", "dcterms.title", "citation_title"),
            facts.Meta("og:title", "title", "twitter:title", "parsely-title"),
        };
        return titles.Select(Line.Of).Where(title => title.Length > 0).Select(title => WithoutSite(title, site, facts.Address)).FirstOrDefault(title => title.Length > 0)
            ?? (Line.Of(facts.TitleElement) is { Length: > 0 } document ? WithoutDash(WithoutSite(document, site, facts.Address)) : null);
    }

    // A heading of a lower rank with which the title begins, before a mark that parts it from the name of the site.
    private static string? Opening(PageBox page, string title)
    {
        foreach (var box in page.Standing())
        {
            if (box.Tag is not ("h2" or "h3") || box.Chars is 0 or > 300 || box.LinkShare > 0) continue;
            var heading = Line.Of(PlainText.Of(box));
            if (heading.Length < title.Length && Weight(heading) >= LeastWeight && title.StartsWith(heading, StringComparison.Ordinal)
                && title.AsSpan(heading.Length).TrimStart() is [var mark, ..] && !char.IsLetterOrDigit(mark)) return heading;
        }

        return null;
    }

    // Scripts without blanks part the site from the title by a mark alone: "_", "|", "——".
    private static string WithoutGluedSite(string title)
    {
        for (var at = title.LastIndexOfAny(Glue); at > 0; at = title.LastIndexOfAny(Glue))
        {
            var head = title[..at].TrimEnd('—', '-', ' ');
            if (!IsDense(head) || Weight(head) < LeastWeight) return title;
            title = head;
        }

        return title;
    }

    private static readonly char[] Glue = ['_', '|', '｜', '—'];

    private const int LeastWeight = 10, DenseWeight = 3;

    private static bool IsDense(string text) => text.Count(IsDense) * 2 > text.Length;

    // Of Chinese characters and the like one is about a word's half.
    private static bool IsDense(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    private static int Weight(string text) => text.Count(char.IsLetterOrDigit) + (text.Count(IsDense) * (DenseWeight - 1));

    private static bool Fits(string heading, string title)
    {
        var (one, other) = (Phrases.Letters(heading), Phrases.Letters(title));
        if (one.Length == 0 || other.Length == 0) return false;
        return one == other || (Math.Min(Weight(one), Weight(other)) >= LeastWeight
            && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)));
    }

    // Another wording of the same headline; the greeting of a blog or the title of a box shares no words with it.
    private static bool Resembles(string heading, string title)
    {
        var (own, words) = (Words(heading), Words(title));
        return own.Count(words.Contains) is > 1 and var shared && shared >= Math.Min(own.Count, words.Count) * 0.4;
    }

    private static HashSet<string> Words(string text) => [.. FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Takes " | The Paper" off the end, and "The Paper: " off the start.</summary>
    private static string WithoutSite(string title, string? site, Uri? address)
    {
        foreach (var separator in Separators)
        {
            if (Parts(title, separator) is not var (head, tail)) continue;
            if (IsSite(tail, site, address)) return WithoutSite(head, site, address);
            if (IsSite(head, site, address)) return tail;
        }

        return WithoutLastPart(title, " | ", words: 1);
    }

    // What stands behind the last line of a document's title is the site or a section of it, whatever its name.
    private static string WithoutDash(string title) => WithoutLastPart(WithoutLastPart(title, " - ", words: 5), " – ", words: 5);

    private static string WithoutLastPart(string title, string separator, int words) =>
        Parts(title, separator) is var (head, tail) && head.Length > tail.Length && Words(head).Count >= words ? head : title;

    private static (string Head, string Tail)? Parts(string title, string separator) =>
        title.LastIndexOf(separator, StringComparison.Ordinal) is > 0 and var at ? (title[..at].Trim(), title[(at + separator.Length)..].Trim()) : null;

    private static bool IsSite(string part, string? site, Uri? address)
    {
        var letters = Phrases.Letters(part);
        if (letters.Length < 2) return false;
        if (site is not null && (Phrases.Letters(site) == letters || Phrases.Letters(site).StartsWith(letters, StringComparison.Ordinal))) return true;
        return address is not null && letters.Length >= 4 && Phrases.Letters(address.Host).Contains(letters, StringComparison.Ordinal);
    }
}
