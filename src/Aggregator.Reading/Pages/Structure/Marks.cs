using System.Collections.Frozen;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Text;
using AngleSharp.Dom;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>Recognises the small furniture of entries: links to go on reading, tags, paging.</summary>
internal static class Marks
{
    private static readonly WordList List = WordList.Read("mark-words.txt");

    private static readonly string[] More =
    [
        "lire la suite", "lire plus", "lire l'article", "lire le billet", "lire l'intégralité", "en savoir plus", "la suite", "suite", "voir la suite", "voir plus", "voir l'article", "continuer la lecture",
        "continuer à lire", "poursuivre la lecture", "découvrir l'article", "consulter l'article", "accéder à l'article", "plus d'infos", "plus",
        "read more", "read on", "read the", "read full", "read article", "read post", "read this", "continue reading", "continue to read", "keep reading", "full story", "full article", "full post", "the full", "more", "see more", "view post", "view article", "learn more", "go on reading",
    ];

    // The longer ones may have words after them ("Continue reading Title"), the shorter ones may not.
    private static readonly FrozenSet<string> WholeOnly = "suite|la suite|plus|more|the full|full story".Split('|').ToFrozenSet();

    private static readonly FrozenSet<string> TagWords = List.Text("tag-words").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> TagPaths = List.Text("tag-paths").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> CategoryWords = List.Text("category-words").Split(' ').ToFrozenSet();

    private static readonly string[] TagQueries = ["tag", "tags", "searchtags", "cat", "category", "label", "topic"];

    private static readonly string[] CategoryQueries = ["cat", "category"];

    /// <summary>The words that end an excerpt, alone or with the title after them.</summary>
    public static bool SaysMore(string text)
    {
        var said = Plain(text);
        if (said.Length is 0 or > 160) return false;
        foreach (var phrase in More)
        {
            if (!said.StartsWith(phrase, StringComparison.Ordinal)) continue;
            if (said.Length == phrase.Length) return true;
            if (!WholeOnly.Contains(phrase) && !char.IsLetterOrDigit(said[phrase.Length])) return true;
        }

        return false;
    }

    /// <summary>A link to the rest of an entry.</summary>
    public static bool IsMoreLink(PageBox box)
    {
        if (box.Tag != "a") return false;
        foreach (var name in box.Element.ClassList)
            if (Letters(name) is "morelink" or "readmore" or "lirelasuite" or "lireplus" or "suite" or "continuereading" or "jumplink") return true;
        return box.Chars < 120 && SaysMore(box.Element.TextContent);
    }

    /// <summary>A block that holds a link to the rest and nothing else.</summary>
    public static bool IsMoreBlock(PageBox box) => box.Chars is > 0 and < 160 && SaysMore(PlainText.Of(box));

    /// <summary>A link to everything with one tag or of one category.</summary>
    public static bool IsTagLink(PageBox box)
    {
        if (box.Tag != "a" || box.Chars is 0 or > 60 || SaysMore(box.Element.TextContent)) return false;
        var element = box.Element;
        if (Words(element.GetAttribute("rel")).Any(word => word is "tag" or "category") || element.GetAttribute("itemprop") is "keywords" or "articleSection") return true;
        if (element.ClassList.Any(name => TagWords.Contains(name.ToLowerInvariant()))) return true;
        var said = element.TextContent.AsSpan().Trim();
        return (said.Length > 1 && said[0] == '#' && !said[1..].Contains(' ')) || LeadsTo(element.GetAttribute("href"), TagPaths, TagQueries) || StandsInLabels(box);
    }

    /// <summary>Of the links that <see cref="IsTagLink"/> knows: one to a part of the publication, not to a word of its index.</summary>
    public static bool IsCategoryLink(PageBox link)
    {
        var rel = Words(link.Element.GetAttribute("rel"));
        if (rel.Contains("category") || link.Element.GetAttribute("itemprop") is "articleSection") return true;
        return LeadsTo(link.Element.GetAttribute("href"), CategoryWords, CategoryQueries) || (!rel.Contains("tag") && IsOfCategories(link));
    }

    /// <summary>Whether the classes of a box or of those around it speak of categories.</summary>
    public static bool IsOfCategories(PageBox? box)
    {
        for (var steps = 0; box is { Chars: < 300 } && steps < 3 && !EntryNames.IsEntry(box); box = box.Parent, steps++)
            if (box.Element.ClassList.SelectMany(name => name.ToLowerInvariant().Split('-', '_')) is var words && words.Any(CategoryWords.Contains)) return true;
        return false;
    }

    private static bool StandsInLabels(PageBox link)
    {
        for (var (box, steps) = (link.Parent, 0); box is { Chars: < 300 } && steps < 3 && !EntryNames.IsEntry(box); box = box.Parent, steps++)
        {
            if (box.Tag is ['h', >= '1' and <= '6'] or "header" or "tr") return false;
            if (box.Has(Signals.Labels) || box.Element.ClassList.Contains("cat-links")) return true;
        }

        return false;
    }

    /// <summary>The tag links inside a box.</summary>
    public static IEnumerable<PageBox> TagLinks(PageBox box) => box.Standing().Where(IsTagLink);

    /// <summary>A way to older or newer pages.</summary>
    public static bool IsPager(PageBox box) =>
        box.Has(Signals.Navigation) && box.Chars < 400 || (box.Chars is > 0 and < 60 && OlderWords.Any(word => Plain(PlainText.Of(box)).Contains(word, StringComparison.Ordinal)));

    /// <summary>How pages name the way to what is older, folded.</summary>
    public static readonly string[] OlderWords =
        ["older posts", "older entries", "previous entries", "next page", "articles plus anciens", "articles précédents", "messages plus anciens", "billets plus anciens", "page suivante", "plus anciens", "anciens articles"];

    /// <summary>In lower case, straight apostrophes, without arrows, dots and blanks around it.</summary>
    public static string Plain(string text) =>
        text.Replace('’', '\'').Replace('\u00A0', ' ').ToLowerInvariant().Trim(' ', '\n', '\t', '\r', '…', '.', '»', '«', '→', '›', '>', '‹', '[', ']', '(', ')', '+', ':', '←', '<', '–', '-', '|', '▸', '►', '⟶', '↳', '↗', '*');

    private static bool LeadsTo(string? href, FrozenSet<string> paths, string[] queries)
    {
        if (string.IsNullOrEmpty(href) || href.Length > 400) return false;
        var query = href.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0 && href[(query + 1)..].Split('&').Any(pair => queries.Contains(pair.Split('=')[0], StringComparer.OrdinalIgnoreCase))) return true;
        var segments = (query < 0 ? href : href[..query]).TrimEnd('/').Split('/');
        // "…/tag/NAME", "…/category/a/b", Pinboard's "/t:NAME"
        for (var i = 0; i < segments.Length; i++)
            if ((segments[i].StartsWith("t:", StringComparison.Ordinal) && paths == TagPaths) || (i < segments.Length - 1 && i >= segments.Length - 3 && paths.Contains(segments[i].ToLowerInvariant()))) return true;
        return false;
    }

    private static string Letters(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string[] Words(string? list) => list?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
