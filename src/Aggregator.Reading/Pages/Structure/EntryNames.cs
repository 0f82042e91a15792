using System.Collections.Frozen;
using Aggregator.Reading.Articles.Layout;
using Aggregator.Reading.Text;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>
/// What themes call the box and the title of an entry: hAtom (<c>hentry</c>, <c>entry-title</c>), microformats 2 (<c>h-entry</c>,
/// <c>p-name</c>), schema.org (<c>BlogPosting</c>, <c>headline</c>), and the words that WordPress, Blogger, Ghost, Tumblr, SPIP and others use.
/// </summary>
internal static class EntryNames
{
    private static readonly WordList List = WordList.Read("entry-names.txt");

    private static readonly FrozenSet<string> Subjects = List.Text("subjects").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Titles = List.Text("titles").Split(' ').ToFrozenSet();

    /// <summary>Whether the box says that it is one entry.</summary>
    public static bool IsEntry(PageBox box) =>
        box.Tag == "article" || IsPosting(box.Element.GetAttribute("itemtype")) || HasEntryClass(box.Element.ClassName);

    /// <summary>Whether the box says that it is the title of an entry.</summary>
    public static bool IsTitle(PageBox box)
    {
        var property = box.Element.GetAttribute("itemprop");
        // Names are people's too: a title's is a heading or a link.
        if (property == "headline" || (property == "name" && (box.Tag is ['h', >= '1' and <= '6'] or "a" || box.Parent?.Tag == "a") && !IsPerson(box.Parent))) return true;
        var names = box.Element.ClassName;
        if (string.IsNullOrEmpty(names) || names.Length > 300) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (name == "p-name" || NamesTitle(name, IsLink(box))) return !IsPerson(box);
        return false;
    }

    private static bool IsPerson(PageBox? box) => box is not null && (box.Has(Signals.Byline) || box.Element.GetAttribute("itemprop") is "author" or "publisher"
        || box.Element.ClassList.Contains("p-author") || box.Element.ClassList.Contains("vcard"));

    private static bool IsPosting(string? type) =>
        type is not null && type.Contains("schema.org/", StringComparison.OrdinalIgnoreCase)
        && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal));

    private static bool HasEntryClass(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 1_000) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (name is "hentry" or "h-entry" or "post" or "entry" or "article" or "blog-post" or "post-card" or "story" or "billet") return true;
        return false;
    }

    // The words of a card that is one link: what calls itself its headline is.
    private static bool IsLink(PageBox box)
    {
        for (var (outer, steps) = (box.Parent, 0); outer is not null && steps < 4; outer = outer.Parent, steps++)
            if (outer.Tag == "a") return outer.Chars > box.Chars;
        return false;
    }

    private static bool NamesTitle(string name, bool isLink)
    {
        bool subject = isLink, title = false;
        Span<char> lower = stackalloc char[32];
        foreach (var word in new NameWords(name))
        {
            if (word.Length > lower.Length) continue;
            var text = lower[..word.ToLowerInvariant(lower)];
            subject |= Subjects.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
            title |= Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
        }

        return subject && title;
    }
}
