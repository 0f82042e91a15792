using Aggregator.Reading.Articles.Layout;

namespace Aggregator.Reading.Pages.Structure;

/// <summary>
/// Leaves out the titles of what stands inside an entry: related articles, an answered post, a quoted one. Where three boxes and more say
/// in the same way that they
/// are an entry, and each opens with a link, only the plainest first title of each is one.
/// </summary>
internal static class NestedTitles
{
    private const int FewestEntries = 3;

    /// <summary>The share of such boxes whose first title must lead somewhere: a day over several entries does not.</summary>
    private const double LeastLinked = 0.8;

    public static List<TitleBox> Without(List<TitleBox> titles, Uri? address)
    {
        var entries = titles.Select(title => (Title: title, Entry: OutermostEntry(title.Box))).ToList();
        var dropped = new HashSet<TitleBox>();
        foreach (var alike in entries.Where(pair => pair.Entry is not null).GroupBy(pair => (pair.Entry!.Tag, NameOf(pair.Entry))))
        {
            var boxes = alike.GroupBy(pair => pair.Entry!).Select(box => box.Select(pair => pair.Title).ToList()).ToList();
            if (boxes.Count < FewestEntries || boxes.TrueForAll(own => own.Count == 1)) continue;
            var own = boxes.ConvertAll(Plainest);
            if (own.Count(title => Permalink.OfTitle(title.Box, address) is not null) < boxes.Count * LeastLinked) continue;
            for (var i = 0; i < boxes.Count; i++) dropped.UnionWith(boxes[i].Where(title => title != own[i]));
        }

        return dropped.Count == 0 ? titles : titles.FindAll(title => !dropped.Contains(title));
    }

    // Named before headings before links; of headings the greatest; of equals the first.
    private static TitleBox Plainest(List<TitleBox> titles) =>
        titles.OrderByDescending(title => title.Rank).ThenBy(title => title.Rank == 2 ? title.Box.Tag : "", StringComparer.Ordinal).First();

    private static PageBox? OutermostEntry(PageBox title)
    {
        PageBox? found = null;
        for (var box = title.Parent; box is not null; box = box.Parent)
            if (EntryNames.IsEntry(box)) found = box;
        return found;
    }

    private static string NameOf(PageBox box) => box.Element.ClassName?.Split(' ').FirstOrDefault(name => !name.Any(char.IsAsciiDigit))
        ?? "";
}
